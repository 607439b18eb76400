/**
 * The displays as they are now, and word when that changes. Which one is for what is decided in
 * display-choice.ts.
 */
import { screen } from 'electron'
import type { Screen } from './display-choice.ts'

export const displaysNow = (): readonly Screen[] =>
  screen.getAllDisplays().map(({ id, label, bounds }) => ({ id, label, bounds }))

export const mainDisplay = (): number => screen.getPrimaryDisplay().id

/** Calls `changed` whenever a display comes, goes or changes its size. Returns how to stop. */
export function watchDisplays(changed: () => void): () => void {
  screen.on('display-added', changed)
  screen.on('display-removed', changed)
  screen.on('display-metrics-changed', changed)
  return () => {
    screen.off('display-added', changed)
    screen.off('display-removed', changed)
    screen.off('display-metrics-changed', changed)
  }
}
