// What the board takes from the library that the service serves.
type Tag = (strings: TemplateStringsArray, ...values: unknown[]) => object;
export const html: Tag;
export const svg: Tag;
export const nothing: unique symbol;
export function render(what: unknown, into: HTMLElement): void;
