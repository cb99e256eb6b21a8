// Starts Swagger UI from our own files: no script in the page, nothing from another host.
const place = document.getElementById("swagger");
const start = /** @type {any} */ (globalThis).SwaggerUIBundle;
// Its groups start closed: together they are longer than a reader scrolls, and what is out of sight is not in the page.
const shown = { docExpansion: "none", filter: true, deepLinking: true, tryItOutEnabled: true };
if (place && start) start({ url: place.dataset.openapi, domNode: place, validatorUrl: null, ...shown });
