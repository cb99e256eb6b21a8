var e=document.getElementById("swagger"),t=globalThis.SwaggerUIBundle;e&&t&&t({url:e.dataset.openapi,domNode:e,deepLinking:!0,validatorUrl:null,tryItOutEnabled:!0});
