// The one place that names the version of the library.
export { html, svg, render, nothing } from '/_static/lit-html/3.3.2/lit-html.js';
