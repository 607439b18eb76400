/** The schema of the settings, and the options with which two stores write the very same file. */
import { hash as sha } from 'node:crypto'
import type { Options } from 'conf'
import { z } from 'zod'

const pixels = z.int().min(-100_000).max(100_000)
const bounds = z.object({
  x: pixels,
  y: pixels,
  width: z.int().min(1).max(100_000),
  height: z.int().min(1).max(100_000),
})

export const settingsShape = z.object({
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  theme: z.enum(['dark', 'light']).default('dark'),
  port: z.int().min(0).max(65_535).default(7_373), // 0: any free port
  wall: z
    .object({
      distanceMm: z.int().min(500).max(50_000), // from the farthest reader to the panel
      panelWidthMm: z.int().min(100).max(30_000), // of its visible picture
    })
    .default({ distanceMm: 4_000, panelWidthMm: 1_210 }), // a 55-inch panel
  // Places of windows. Absent until a window was moved, and in a station without windows.
  consoleWindow: z.object({ bounds, maximised: z.boolean() }).optional(),
  wallWindow: z
    .object({
      // the display of the wall; null: not chosen yet
      display: z.object({ id: z.number(), label: z.string().max(200) }).nullable(),
      kiosk: z.boolean(), // fills its display and cannot be left by the mouse
      windowed: z.boolean(), // an ordinary window, without a second display
      bounds: bounds.nullable(), // of that ordinary window
    })
    .optional(),
  autoStart: z.boolean().optional(), // with the desktop's session; absent: yes
})

export type Settings = z.output<typeof settingsShape>

/** The file, and its last good copy, in the data folder. */
export const SETTINGS_NAME = 'settings'

/** The name of the file's own sum, beside the settings in it. */
export const SUM = 'sum'

/** The text of the file: with its own sum, so that a changed byte that leaves a value is seen. */
export function settingsText(values: object): string {
  const rest = withoutSum(values)
  const sum = sha('sha256', JSON.stringify(rest), 'hex')
  return JSON.stringify({ ...rest, [SUM]: sum }, undefined, '\t')
}

/** The text of settings that have their shape; throws for others. */
function checkedText(values: object): string {
  const checked = settingsShape.safeParse(values)
  if (!checked.success) throw new Error(`schema violation: ${checked.error.message}`)
  return settingsText(values)
}

const withoutSum = (values: object): object =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== SUM))

/**
 * `electron-store` names the file by `name`, `conf` by `configName`: that and the folder are for
 * the caller to add.
 */
export function sharedOptions(projectVersion: string) {
  return {
    defaults: settingsShape.parse({}),
    projectVersion,
    // no `schema`: the shape itself checks what is written, and to compile another one from it took
    // a seventh of a start
    serialize: checkedText,
    deserialize: (text: string) => withoutSum(JSON.parse(text) as object) as Settings,
    clearInvalidConfig: false, // true would answer one bad value with the loss of all
    accessPropertiesByDotNotation: false,
  } satisfies Options<Settings>
}
