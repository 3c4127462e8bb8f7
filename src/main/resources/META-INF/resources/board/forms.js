// What the dialogs share: they open with the focus in them, and give it back.
import { drawn } from './model.js';

const dialogOf = (id) => /** @type {HTMLDialogElement | null} */ (document.getElementById(id));
/** @type {HTMLElement | null} */
let opener = null;

/** Shows a dialog once it is drawn. @param {string} id @param {string} first what gets the focus */
export function opened(id, first) {
  opener = /** @type {HTMLElement} */ (document.activeElement);
  drawn(() => {
    const dialog = dialogOf(id);
    if (dialog && !dialog.open) dialog.showModal();
    focusOn(`#${id} ${first}`);
  });
}

/** @param {string} id */
export const closed = (id) => dialogOf(id)?.close();

/** Gives the focus back to what opened the last dialog. */
export const backToOpener = () => opener?.focus();

/** @param {string} selector */
export const focusOn = (selector) => /** @type {HTMLElement | null} */ (document.querySelector(selector))?.focus();

/** A field of a form by its name. @param {HTMLFormElement} form @param {string} name */
export const fieldOf = (form, name) => /** @type {HTMLInputElement | null} */ (form.elements.namedItem(name));

/** @param {HTMLFormElement} form @param {string} name */
export const valueOf = (form, name) => fieldOf(form, name).value.trim();
