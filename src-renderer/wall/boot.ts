/**
 * Starts a wall: its face, or the safe page while the face keeps falling. Without the framework, so
 * that what brings the face down leaves this standing.
 */
import '../ui/fonts.ts'
import '../ui/tokens.css'
import './safe/safe.css'
import { storedSession, takeKey } from '../transport/key.ts'
import {
  afterFall,
  afterTrial,
  beginPage,
  storedFalls,
  storeFalls,
  TRIAL_MS,
  untilTry,
} from './falls.ts'
import type { WayIn } from './safe/safe-line.ts'
import { openSafePage, sayMending, type SafePage } from './safe/safe-page.ts'

const AGAIN_AFTER = 500 // ms
/** The safe page is asked for: by the desktop, whose window has lost the face too often. */
const ASKED = new URLSearchParams(location.search).get('safe') === '1'

const key = takeKey()
const asOpened = storedSession('wall')?.token
/** Spent once this page has signed in: what its tab had before may be another wall's session. */
const wayIn = (): WayIn => ({ key, isSpent: storedSession('wall')?.token !== asOpened })
const app = document.querySelector('#app')!
let state = storedFalls()
let close: (() => void) | null = null // of the face, while one stands
let safePage: SafePage | null = null
let trial: ReturnType<typeof setTimeout> | undefined

function keep(next: typeof state): void {
  state = next
  storeFalls(state)
}

/** What falls with it in the same moment is the same fall. */
function fell(error: unknown): void {
  if (!close) return
  const closing = close
  close = null
  clearTimeout(trial)
  console.error(error)
  keep(afterFall(state, Date.now()))
  // not from within the framework, whose own work has just broken off
  setTimeout(() => {
    try {
      closing()
    } catch (rest) {
      console.error(rest) // it is taken away all the same
    }
    app.replaceChildren()
    go()
  })
}

async function openFace(): Promise<void> {
  const opening = (): void => undefined
  close = opening // falls count from now on
  try {
    const face = await import('./face.ts')
    if (close !== opening) return // it fell meanwhile, and is opened again
    if (!safePage) app.replaceChildren()
    const closing = face.openFace(wayIn(), fell)
    if (close === opening) close = closing
    else closing() // it fell while it was opened
  } catch (error) {
    fell(error)
  }
}

function tryFace(): void {
  safePage?.hold(true)
  trial = setTimeout(() => {
    keep(afterTrial(state, Date.now()))
    safePage?.close()
    safePage = null
  }, TRIAL_MS)
  void openFace()
}

function go(): void {
  if (!state.safe) {
    sayMending(app)
    setTimeout(() => void openFace(), AGAIN_AFTER)
    return
  }
  safePage ??= openSafePage(wayIn(), () => state.safe)
  safePage.hold(false)
  setTimeout(tryFace, untilTry(state, Date.now()))
}

/** A browser says so where a size could not settle in one go: nothing has fallen. */
const isHarmless = ({ error, message }: ErrorEvent): boolean =>
  !(error instanceof Error) || message.startsWith('ResizeObserver')

addEventListener('error', (event) => {
  if (!isHarmless(event)) fell(event.error)
})
if (beginPage()) keep(afterFall(state, Date.now()))
while (ASKED && !state.safe) keep(afterFall(state, Date.now()))
if (state.safe) go()
else void openFace()
