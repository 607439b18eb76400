/**
 * Makes what lies in resources/icons and resources/sounds: pictures from the drawings (*.svg) by
 * the tests' Chromium, tones by reckoning; and the pages' own icon, which is the program's drawing.
 * Run by hand when a drawing or a tone has changed, and commit the result: `npm exec -- node
 * scripts/assets.mjs`. No build needs it.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {{ hertz: readonly number[], beats: number, length: number, gap: number }} Tone lengths
 *   in seconds
 */

/**
 * The tones of the screens (src-renderer/ui/alarm.ts; a test holds them equal), for the page that
 * has no script.
 * @type {Record<string, Tone>}
 */
export const TONES = {
  'alarm-1': { hertz: [988], beats: 6, length: 0.14, gap: 0.1 },
  'alarm-2': { hertz: [740], beats: 3, length: 0.24, gap: 0.2 },
  'alarm-3': { hertz: [554], beats: 2, length: 0.4, gap: 0.3 },
}
const LOUD = 0.6
const RATE = 8_000 // samples a second: enough for a square wave that a small speaker lets through
// seconds: the file is played in a loop, and the tone comes as often as on the screens
const EVERY = 10

/**
 * One tone and silence up to ten seconds, as 8-bit mono WAV.
 * @param {Tone} tone
 * @returns {Buffer}
 */
export function wav({ hertz, beats, length, gap }) {
  const samples = Buffer.alloc(RATE * EVERY, 128) // 128 is silence
  for (let beat = 0; beat < beats; beat += 1) {
    const first = Math.round(beat * (length + gap) * RATE)
    const count = Math.round(length * RATE)
    for (let n = 0; n < count; n += 1) {
      const seconds = n / RATE
      const edge = Math.min(1, seconds / 0.01, (length - seconds) / 0.02) // no click at either end
      const wave =
        Math.sin(2 * Math.PI * (hertz[beat % hertz.length] ?? 440) * seconds) >= 0 ? 1 : -1
      samples[first + n] = 128 + Math.round(127 * LOUD * edge * wave)
    }
  }
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20) // PCM
  head.writeUInt16LE(1, 22) // mono
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE, 28) // bytes a second
  head.writeUInt16LE(1, 32) // bytes a sample
  head.writeUInt16LE(8, 34) // bits a sample
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}

/**
 * Numerals of bars on a grid of 3 × 5, row by row: no font is needed at sixteen pixels.
 * @type {Record<string, string>}
 */
const NUMERALS = {
  1: '010110010010111',
  2: '111001111100111',
  3: '111001111001111',
  4: '101101111001001',
  5: '111100111001111',
  6: '111100111101111',
  7: '111001010010010',
  8: '111101111101111',
  9: '111101111001111',
  '+': '000010111010000',
}

/** A number, black on the inverse ground, as on the screens. @param {string} signs */
function numberDrawing(signs) {
  const left = (16 - (signs.length * 8 - 2)) / 2
  const bars = [...signs].flatMap((sign, index) =>
    [...(NUMERALS[sign] ?? '')].flatMap((on, n) =>
      on === '1' ? [`M${left + index * 8 + (n % 3) * 2} ${3 + Math.floor(n / 3) * 2}h2v2h-2z`] : [],
    ),
  )
  return drawing(
    `<path fill="#f4f6f8" d="M0 0h16v16H0z"/><path fill="#0b0e11" d="${bars.join('')}"/>`,
  )
}

/** @param {string} inside */
const drawing = (inside) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${inside}</svg>`
/** Hollow is a drill. */
const DRILL = drawing(
  '<path fill="#14181d" d="M0 0h16v16H0z"/><path fill="none" stroke="#f4f6f8" stroke-width="2" d="M2 2h12v12H2z"/>',
)

/**
 * Name of the picture → drawing and width in pixels.
 * @param {string} icons
 * @returns {[string, string, number][]}
 */
function pictures(icons) {
  /** @param {string} name */
  const drawn = (name) => readFileSync(join(icons, `${name}.svg`), 'utf8')
  /** @type {[string, string, number][]} */
  const small = [
    ['tray', drawn('tray')],
    ['trayTemplate', drawn('trayTemplate')],
    ['overlay-drill', DRILL],
    ['overlay-more', numberDrawing('9+')],
  ]
    .concat([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => [`overlay-${n}`, numberDrawing(String(n))]))
    .flatMap(([name = '', svg = '']) => [
      [`${name}.png`, svg, 16],
      [`${name}@2x.png`, svg, 32],
    ])
  return [['icon.png', drawn('icon'), 512], ...small]
}

/** @param {string} root */
async function main(root) {
  for (const [name, tone] of Object.entries(TONES))
    writeFileSync(join(root, 'resources/sounds', `${name}.wav`), wav(tone))
  const icons = join(root, 'resources/icons')
  copyFileSync(join(icons, 'icon.svg'), join(root, 'resources/public/icon.svg'))
  const { launchBrowser } = await import(join(root, 'tests/e2e/browser.ts'))
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    for (const [name, svg, width] of pictures(icons)) {
      await page.setViewportSize({ width, height: width })
      await page.setContent(
        `<style>body{margin:0}svg{display:block;width:${width}px;height:${width}px}</style>${svg}`,
      )
      await page.screenshot({ path: join(icons, name), omitBackground: true })
    }
  } finally {
    await browser.close()
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await main(resolve(import.meta.dirname, '..'))
