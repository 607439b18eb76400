/** Reads every text of a wall as it is drawn, for the specs that look at where it stands. */
import type { Page } from 'playwright-core'

/** A line of text. Box of its ink in units of the wall, from the panel's upper left corner. */
export type DrawnLine = {
  text: string
  of: string // classes of the element that it stands in
  size: number // of its letters, in units
  left: number
  right: number
  top: number
  base: number // the line that letters stand on
  bottom: number
  /** How far it reaches over the edge of whatever cuts it off, in units. */
  cut: number
  contrast: number // with the ground it stands on, to one
}

/**
 * Every line that is seen, in the order of the document. What a line does not show at all (an
 * elapsed time that gave way) is not among them, nor is a watermark; place, kind and figure are,
 * since none of them may give way.
 */
export const linesOn = (page: Page): Promise<DrawnLine[]> =>
  page.evaluate(() => {
    const unit = parseFloat(
      getComputedStyle(document.documentElement).getPropertyValue('--wall-unit'),
    )
    const wall = document.querySelector('.wall')!
    const shift = getComputedStyle(wall).translate.split(' ').map(parseFloat)
    const [shiftX = 0, shiftY = shiftX] = shift.map((px) => (Number.isFinite(px) ? px : 0))
    // of the bundled font, in em: from the top of a letter's box to its line, and the ink about it
    const [ASCENT, BOX] = [1.16, 1.448]
    const NEVER_HIDDEN = '.kind, .what b, .hero'
    const HAN = /[\u2e80-\u9fff\uff00-\uffef]/
    const channels = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number)
    const luminance = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = channels(colour).map((channel) => {
        const share = channel / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const groundOf = (element: Element): string => {
      for (let box: Element | null = element; box; box = box.parentElement) {
        const { backgroundColor } = getComputedStyle(box)
        if ((channels(backgroundColor)[3] ?? 1) > 0) return backgroundColor
      }
      return 'rgb(255, 255, 255)'
    }
    const contrastOf = (element: Element, colour: string): number => {
      const pair = [luminance(colour), luminance(groundOf(element))]
      return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05)
    }
    /** A hollow figure is seen by its outline. */
    const inkOf = (element: Element, style: CSSStyleDeclaration): string => {
      if (element.closest('svg')) return style.fill
      const isHollow = parseFloat(style.webkitTextStrokeWidth) > 0
      return isHollow ? style.webkitTextStrokeColor : style.color
    }
    const lines: DrawnLine[] = []
    const walker = document.createTreeWalker(wall, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!
      const text = node.textContent?.trim() ?? ''
      if (text === '' || parent.closest('.mark, [aria-hidden]')) continue
      const style = getComputedStyle(parent)
      if (style.visibility === 'hidden') continue
      const size = parseFloat(style.fontSize)
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const rect of range.getClientRects()) {
        if (rect.width === 0) continue
        const base = rect.top + (ASCENT / BOX) * rect.height
        const up = HAN.test(text) ? 0.84 : 0.72
        const down = HAN.test(text) ? 0.06 : /[gjpqy]/.test(text) ? 0.21 : 0.01
        const [top, bottom] = [base - up * size, base + down * size]
        let cut = 0
        let hidden = false
        for (let box = parent as Element | null; box && box !== wall; box = box.parentElement) {
          // an inverse cell does not cut, yet nothing of its text can be read beside it
          const isPlate = box.matches('.limit[data-standing="late"]')
          if (!isPlate && getComputedStyle(box).overflowX === 'visible') continue
          const edge = box.getBoundingClientRect()
          hidden ||=
            !isPlate &&
            (rect.left >= edge.right - 1 || top >= edge.bottom - 1 || bottom <= edge.top + 1)
          cut = Math.max(cut, rect.right - edge.right, bottom - edge.bottom, edge.top - top)
        }
        if (hidden && !parent.matches(NEVER_HIDDEN)) continue
        lines.push({
          text,
          of: parent.getAttribute('class') || parent.tagName.toLowerCase(),
          size: size / unit,
          left: (rect.left - shiftX) / unit,
          right: (rect.right - shiftX) / unit,
          top: (top - shiftY) / unit,
          base: (base - shiftY) / unit,
          bottom: (bottom - shiftY) / unit,
          cut: cut / unit,
          contrast: contrastOf(parent, inkOf(parent, style)),
        })
      }
    }
    return lines
  })

/** Chinese may be no smaller than this, Latin and digits no smaller than that (units). */
const FLOOR = { han: 44.9, latin: 42.9 }
const CUT = 1 // a letter may lose so much of the air in its box, units
const TOUCH = 3
const CONTRAST = 7 // it is read from across a lit room

/** What is wrong with the lines on a panel of `across` by `down` units, in words. */
export function faultsOf(lines: readonly DrawnLine[], across: number, down: number): string[] {
  const label = ({ text, of }: DrawnLine): string => `“${text}” (${of})`
  const small = lines.filter(
    ({ text, size }) => size < (/[\u2e80-\u9fff]/.test(text) ? FLOOR.han : FLOOR.latin),
  )
  const outside = lines.filter(
    ({ left, right, top, bottom }) => left < 0 || top < 0 || right > across || bottom > down,
  )
  const overlaps = lines.flatMap((line, i) =>
    lines
      .slice(i + 1)
      .filter(
        (other) =>
          Math.min(line.right, other.right) - Math.max(line.left, other.left) > TOUCH &&
          Math.min(line.bottom, other.bottom) - Math.max(line.top, other.top) > TOUCH,
      )
      .map((other) => `${label(line)} over ${label(other)}`),
  )
  return [
    ...small.map((line) => `small: ${label(line)} ${line.size.toFixed(1)}`),
    ...lines
      .filter(({ contrast }) => contrast < CONTRAST)
      .map((line) => `faint: ${label(line)} ${line.contrast.toFixed(2)}`),
    ...outside.map((line) => `off the panel: ${label(line)}`),
    ...lines
      .filter(({ cut }) => cut > CUT)
      .map((line) => `cut: ${label(line)} ${line.cut.toFixed(1)}`),
    ...overlaps.map((pair) => `overlap: ${pair}`),
  ]
}
