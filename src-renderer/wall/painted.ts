/**
 * What a browser can prove of an element: that it stands on the page where nothing covers it, and
 * that a frame with it was painted. It proves nothing of the panel, its cable and what the system
 * draws over the browser.
 */

const PATIENCE = 3_000 // ms

/** Within the panel, of some size, drawn, and in front of whatever else is there. */
export function standsInFront(element: Element): boolean {
  const { left, right, top, bottom, width, height } = element.getBoundingClientRect()
  const isInside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
  return (
    isInside &&
    width > 0 &&
    height > 0 &&
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    document.elementFromPoint((left + right) / 2, (top + bottom) / 2) === element
  )
}

/** Whatever happens first: it, or false after three seconds. */
function soon(begin: (yes: () => void) => () => void): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (value: boolean) => () => {
      stop()
      clearTimeout(timer)
      resolve(value)
    }
    const timer = setTimeout(() => end(false)(), PATIENCE)
    const stop = begin(() => end(true)())
  })
}

/** Chromium says whether anything covers, fades or distorts it, others whether it is in view. */
export const isInSight = (element: Element): Promise<boolean> =>
  soon((yes) => {
    const options = { threshold: 0, trackVisibility: true, delay: 100 }
    const observer = new IntersectionObserver((entries) => {
      const entry = entries.at(-1) as
        (IntersectionObserverEntry & { isVisible?: boolean }) | undefined
      if (entry?.isIntersecting && entry.isVisible !== false) yes()
    }, options)
    observer.observe(element)
    return () => observer.disconnect()
  })

/** Two frames were drawn since; a hidden page draws none. */
const framesPassed = (): Promise<boolean> =>
  soon((yes) => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(yes)
    })
    return () => cancelAnimationFrame(frame)
  })

type Painted = PerformanceEntry & {
  identifier: string
  renderTime: number
  intersectionRect: DOMRect
}

/**
 * Resolves once a frame with the picture of this `elementtiming` is on its way to the screen. Asked
 * before it is put on the page. A browser that does not tell is believed after two frames.
 */
export function isPainted(name: string): Promise<boolean> {
  const isTold =
    typeof PerformanceObserver !== 'undefined' &&
    PerformanceObserver.supportedEntryTypes.includes('element')
  if (!isTold) return framesPassed()
  return soon((yes) => {
    const observer = new PerformanceObserver((list) => {
      const entries = list.getEntries() as Painted[]
      if (
        entries.some(
          ({ identifier, renderTime, intersectionRect }) =>
            identifier === name && renderTime > 0 && intersectionRect.width > 0,
        )
      )
        yes()
    })
    observer.observe({ type: 'element', buffered: true })
    return () => observer.disconnect()
  })
}
