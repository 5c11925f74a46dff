/** Puts a text on the clipboard, through the browser's own copying: the window has no permission for the clipboard itself. */
export function copyText(text: string): void {
  const give = (event: ClipboardEvent): void => {
    event.preventDefault()
    event.clipboardData?.setData('text/plain', text)
  }
  document.addEventListener('copy', give, { once: true })
  document.execCommand('copy')
  document.removeEventListener('copy', give)
}
