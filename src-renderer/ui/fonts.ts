/**
 * The bundled Chinese font. It is imported for its side effect on styles, and can be awaited before
 * something measures text.
 */
import '@fontsource-variable/noto-sans-sc/wght.css'

export const FONT =
  "'Noto Sans SC Variable', 'Microsoft YaHei', 'PingFang SC', SimSun-ExtB, sans-serif"

/**
 * Resolves when the slices of the font that `text` needs are there. A chart measures once and never
 * again, so it waits for this.
 */
export async function loadFontFor(text: string): Promise<void> {
  if (!('fonts' in document)) return
  await Promise.allSettled([
    document.fonts.load("400 16px 'Noto Sans SC Variable'", text),
    document.fonts.ready,
  ])
}
