/**
 * The plain page that stands in for a wall whose face keeps falling: what is going on, in plain
 * elements, from a line of its own. It is never empty where something has failed.
 */
import { calibrated } from '#shared/domain/walls/calibration.ts'
import type { SafeTime } from '../falls.ts'
import { TURN_MS } from '../page-turn.ts'
import { readParams } from '../params.ts'
import { withNamed } from '../through-name.ts'
import { wallId } from '../wall-id.ts'
import { openSafeLine, type WayIn } from './safe-line.ts'
import { namedIn, safeView, type SafeRow, type SafeView } from './safe-view.ts'
import { SAFE_WORDS } from './safe-words.ts'

export type SafePage = {
  /** The face is being tried below it: it gives its own signs of life. */
  hold(isTried: boolean): void
  close(): void
}

const SECOND = 1_000
const SIGN_EVERY = 5 * SECOND

function element(name: string, kind: string, text = ''): HTMLElement {
  const part = document.createElement(name)
  part.className = kind // none that the face's styles, which stay on the page, know
  part.textContent = text
  return part
}

function rowElement(row: SafeRow, drill: string): HTMLElement {
  const line = element('li', 'safe-row')
  line.dataset.incident = row.id
  line.classList.toggle('late', row.isLate)
  const what = element('b', 'safe-what')
  if (row.isDrill) what.append(element('span', 'safe-tag', drill))
  what.append(row.what)
  line.append(
    element('span', 'safe-level', row.level),
    what,
    element('b', 'safe-figure', row.figure),
    element('span', 'safe-matter', row.matter),
    element('span', 'safe-who', row.who),
  )
  if (row.command) line.append(element('span', 'safe-command', row.command))
  return line
}

/** Says that the face is being opened again. */
export function sayMending(box: Element): void {
  box.replaceChildren(element('p', 'safe-mending', SAFE_WORDS.mending[languageAsked()]))
}

/** As the face takes it (i18n/index.ts). */
const languageAsked = (): 'zh' | 'en' =>
  (new URLSearchParams(location.search).get('lang') ?? localStorage.getItem('vigil.lang')) === 'en'
    ? 'en'
    : 'zh'

/** `safeTime`: since when it stands in, and when the face is tried again. */
export function openSafePage(wayIn: WayIn, safeTime: () => SafeTime | null): SafePage {
  const line = openSafeLine(wayIn)
  const address = readParams(location.search)
  const page = element('main', 'safe')
  document.body.append(page)
  let isTried = false
  let answered = '' // the self-test
  let turn = 0

  function fit(): void {
    const { theme, ...sizes } = withNamed(address, namedIn(line.state.board, address))
    page.dataset.theme = theme
    const { unit } = calibrated(innerWidth, innerHeight, sizes)
    page.style.setProperty('--u', `${unit}px`)
  }

  /** As many rows as stand there whole, and the next of them in their turn. */
  function turned(list: HTMLElement): void {
    const rows = [...list.children] as HTMLElement[]
    const pages: HTMLElement[][] = [[]]
    let height = 0
    for (const row of rows) {
      if (height + row.offsetHeight > list.clientHeight && height > 0) {
        pages.push([])
        height = 0
      }
      height += row.offsetHeight
      pages.at(-1)!.push(row)
    }
    const shown = Math.floor(performance.now() / TURN_MS) % pages.length
    turn = pages.length > 1 ? shown + 1 : 0
    list.replaceChildren(...(pages[shown] ?? []))
    list.dataset.pages = turn ? `${turn}/${pages.length}` : ''
  }

  function draw(view: SafeView): void {
    const head = element('header', 'safe-head')
    const clock = element('time', 'safe-clock', view.clock)
    head.append(
      element('b', 'safe-title', view.title),
      element('span', 'safe-counts', view.counts),
      clock,
    )
    const list = element('ul', 'safe-list')
    list.append(...view.rows.map((row) => rowElement(row, SAFE_WORDS.drill[view.language])))
    const parts = [head]
    if (view.room) parts.push(element('p', 'safe-room', view.room))
    parts.push(element('p', 'safe-why', view.why))
    if (view.fault) parts.push(element('p', 'safe-fault', view.fault))
    if (view.empty) parts.push(element('p', 'safe-empty', view.empty))
    const foot = element('footer', 'safe-foot', view.foot)
    page.replaceChildren(...parts, list, foot)
    page.dataset.state = view.state
    page.lang = view.language === 'en' ? 'en' : 'zh-CN'
    turned(list)
    if (list.dataset.pages) foot.textContent = `${list.dataset.pages} · ${view.foot}`
  }

  /** The face does not stand here, and this page is silent: so it has not passed. */
  async function answer(testId: string): Promise<void> {
    answered = testId
    const not = { dom: false, picture: false, level: null }
    const reply = await line.request('wall/self-test', { wallId: wallId(), testId, ...not })
    if (!reply.ok && answered === testId) answered = ''
  }

  function tick(): void {
    const { testId } = line.state
    if (testId !== null && testId !== answered && !isTried) void answer(testId)
    try {
      fit()
      const reading = {
        ...{ line: line.state, safe: isTried ? null : safeTime(), params: address },
        ...{ language: languageAsked(), mono: performance.now() },
        machineNow: Date.now(),
      }
      draw(safeView(reading))
    } catch (error) {
      console.error(error)
      page.replaceChildren(element('p', 'safe-empty', SAFE_WORDS.failed[languageAsked()]))
    }
  }

  function sign(more: { leaving?: true } = {}): void {
    if (isTried || !line.state.board) return
    const named = namedIn(line.state.board, address)
    void line.request('wall/alive', {
      wallId: wallId(),
      beat: line.state.cycle,
      sound: 'off',
      size: `${innerWidth}x${innerHeight}@${devicePixelRatio}`,
      ...(named ? { named: named.id, view: named.view } : {}),
      safe: true,
      ...more,
    })
  }
  const leave = (): void => sign({ leaving: true })

  tick()
  const ticking = setInterval(tick, SECOND / 2)
  const signing = setInterval(sign, SIGN_EVERY)
  addEventListener('pagehide', leave)
  return {
    hold(tried) {
      isTried = tried
    },
    close() {
      clearInterval(ticking)
      clearInterval(signing)
      removeEventListener('pagehide', leave)
      line.stop()
      page.remove()
    },
  }
}
