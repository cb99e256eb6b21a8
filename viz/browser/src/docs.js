// Starts Swagger UI from our own files: no script in the page, nothing from another host.
const place = document.getElementById("swagger");
const start = /** @type {any} */ (globalThis).SwaggerUIBundle;
if (place && start) start({ url: place.dataset.openapi, domNode: place, deepLinking: true, validatorUrl: null, tryItOutEnabled: true });
