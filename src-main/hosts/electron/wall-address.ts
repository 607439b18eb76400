/** Builds the address of the wall for this machine's display, with the settings of the wall. */
import type { Settings } from '#main/adapters/settings/settings-options.ts'

/**
 * `wallUrl` with its key after `#`. The measure is the panel's, so it holds only where the wall
 * fills the panel.
 */
export function wallAddress(
  wallUrl: string,
  { language, theme, wall }: Settings,
  fillsPanel: boolean,
): string {
  const url = new URL(wallUrl)
  if (language !== 'zh-CN') url.searchParams.set('lang', language)
  if (theme !== 'dark') url.searchParams.set('theme', theme)
  if (fillsPanel) {
    url.searchParams.set('d', String(wall.distanceMm / 1_000)) // m
    url.searchParams.set('w', String(wall.panelWidthMm))
  }
  return url.href
}
