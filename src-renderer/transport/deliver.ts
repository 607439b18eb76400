/**
 * Hands a file to the browser, which keeps it where its person wants it. Inside the desktop program
 * downloads are held up: there it is not used.
 */

export function download(fileName: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 0)
}
