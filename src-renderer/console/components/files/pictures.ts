/** Draws attached photos large, in the browser itself: nothing else reads them. */
import type { FileFormat } from '#shared/domain/incident/record/files.ts'
import { fitted } from './fitted.ts'
import { isDrawable } from './picture-size.ts'

const PICTURES: readonly FileFormat[] = ['jpg', 'png', 'webp']
export const isPicture = (format: FileFormat): boolean => PICTURES.includes(format)

/**
 * Draws it into `canvas`, upright, at most `most` pixels wide and high; false where it cannot be
 * read, or would take more memory than a page has.
 */
export async function drawPicture(
  content: Blob,
  canvas: HTMLCanvasElement,
  most: number,
): Promise<boolean> {
  const isSafe = await isDrawable(content)
  const bitmap = isSafe ? await createImageBitmap(content).catch(() => null) : null
  const context = canvas.getContext('2d')
  if (!bitmap || !context) return false
  Object.assign(canvas, fitted(bitmap, most))
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return true
}

const MB = 1024 * 1024
/** `1.2 MB`, `340 KB`; in Chinese without the space. */
export function sizeText(bytes: number, lang: 'zh' | 'en'): string {
  const [count, unit] =
    bytes >= MB
      ? [(bytes / MB).toFixed(1), 'MB']
      : [String(Math.max(1, Math.round(bytes / 1024))), 'KB']
  return lang === 'zh' ? `${count}${unit}` : `${count} ${unit}`
}
