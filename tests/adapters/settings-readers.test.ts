/**
 * Every setting has a reader: what is written into a file and read by nobody only looks as if it
 * could be set.
 */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { settingsShape } from '#main/adapters/settings/settings-options.ts'

const root = resolve(import.meta.dirname, '../..')
type Node = { properties?: Record<string, Node>; anyOf?: readonly Node[] }

/** A place on a screen is read as one value. */
const WHOLE = 'bounds'

/** The keys of a schema that hold a value, with the names above them. */
function keysOf({ properties, anyOf = [] }: Node, path: readonly string[] = []): string[] {
  const below = properties ?? anyOf.find((choice) => choice.properties)?.properties
  if (!below || path.at(-1) === WHOLE) return [path.join('.')]
  return Object.entries(below).flatMap(([key, node]) => keysOf(node, [...path, key]))
}

const HOST = 'src-main/hosts'
/** Who reads each setting, and the words by which it does. */
const READERS: Readonly<Record<string, readonly [file: string, reads: RegExp]>> = {
  language: [`${HOST}/electron/desktop-shell.ts`, /settings\.current\(\)\.language/],
  theme: [`${HOST}/electron/wall-address.ts`, /theme !== 'dark'/],
  port: [`${HOST}/node/serve.ts`, /settings\.current\(\)\.port/],
  'wall.distanceMm': [`${HOST}/electron/wall-address.ts`, /wall\.distanceMm/],
  'wall.panelWidthMm': [`${HOST}/electron/wall-address.ts`, /wall\.panelWidthMm/],
  'consoleWindow.bounds': [`${HOST}/electron/desktop-shell.ts`, /consoleWindow\?\.bounds/],
  'consoleWindow.maximised': [`${HOST}/electron/desktop-shell.ts`, /consoleWindow\?\.maximised/],
  'wallWindow.display.id': [`${HOST}/electron/display-choice.ts`, /display\.id === id/],
  'wallWindow.display.label': [`${HOST}/electron/display-choice.ts`, /display\.label === label/],
  'wallWindow.kiosk': [`${HOST}/electron/display-choice.ts`, /setting\.kiosk/],
  'wallWindow.windowed': [`${HOST}/electron/display-choice.ts`, /setting\.windowed/],
  'wallWindow.bounds': [`${HOST}/electron/wall-window.ts`, /setting\(\)\.bounds/],
  autoStart: [`${HOST}/electron/start.ts`, /settings\.current\(\)\.autoStart/],
}

it('lists every key of the settings with the code that reads it', () => {
  const keys = keysOf(z.toJSONSchema(settingsShape, { io: 'input' }) as Node)
  expect(Object.keys(READERS).sort()).toEqual(keys.sort())
})

it.each(Object.entries(READERS))('%s is read', (_key, [file, reads]) => {
  expect(readFileSync(join(root, file), 'utf8')).toMatch(reads)
})
