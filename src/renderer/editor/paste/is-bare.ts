/** Whether an element shows neither words nor a picture. */
export const isBare = (element: Element): boolean => (element.textContent ?? '').trim() === '' && element.querySelector('img') === null
