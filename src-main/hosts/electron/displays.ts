/** Reads the displays as they are now, and watches them for changes. */
import { screen } from 'electron'
import type { Screen } from './display-choice.ts'

export const displaysNow = (): readonly Screen[] =>
  screen.getAllDisplays().map(({ id, label, bounds }) => ({ id, label, bounds }))

export const mainDisplay = (): number => screen.getPrimaryDisplay().id

/** Calls `onChange` when a display comes, goes or changes its size. Returns a function to stop. */
export function watchDisplays(onChange: () => void): () => void {
  screen.on('display-added', onChange)
  screen.on('display-removed', onChange)
  screen.on('display-metrics-changed', onChange)
  return () => {
    screen.off('display-added', onChange)
    screen.off('display-removed', onChange)
    screen.off('display-metrics-changed', onChange)
  }
}
