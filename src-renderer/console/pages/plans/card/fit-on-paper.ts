/** Finds the largest writing with which a sheet stays one page. */

/**
 * Shares of the usual size, the largest first. The smallest is still 8.5 point: what needs less
 * than that goes on to a second page.
 */
export const SIZES = [1.3, 1.2, 1.1, 1, 0.94, 0.88, 0.82, 0.77] as const

/**
 * Tries the sizes in turn on a sheet whose content must not be higher than its frame. False: not
 * even the smallest fits.
 */
export function fit(sheet: HTMLElement, content: HTMLElement): boolean {
  for (const size of SIZES) {
    sheet.style.setProperty('--fit', String(size))
    if (content.scrollHeight <= content.clientHeight) return true
  }
  return false
}
