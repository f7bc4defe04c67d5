/** Prints where the second engine lies on this computer; importing its data makes Deno fetch it. */
import "npm:accessibility-checker-engine@4.0.34/package.json" with { type: "json" };

console.log(import.meta.resolve("npm:accessibility-checker-engine@4.0.34/ace.js"));
