/**
 * Loads the plans and the calendar that come with the installation. A broken plan is left out and
 * told; it never keeps the station from starting.
 */
import { join } from 'node:path'
import type { Library, PlanSources } from '#main/core/ports.ts'
import { localized } from '#shared/domain/text.ts'
import { readCalendar } from './calendar.ts'
import { inspect } from './inspect.ts'
import { libraryOf } from './library.ts'
import { libraryFiles, readFiles, type FileFinding } from './read.ts'
import { planTexts } from './plan-sources.ts'

/**
 * `findings` are for the technical log: what was left out, and what is merely missing. `texts` are
 * the files behind it, for every kind of site.
 */
export type LoadedLibrary = Library & { findings: readonly FileFinding[]; texts: PlanSources }

const noCalendar = (file: string): FileFinding => ({
  file,
  path: '',
  severity: 'error',
  code: 'bad-calendar',
  message: localized(
    '工作日历缺失或损坏，只按周末判断假日',
    'The work calendar is missing or damaged: only weekends count as holidays',
  ),
})

/**
 * The library of an installation. `resourcesDir` holds `plans/<document>/*.yaml` and
 * `calendars/cn.json`; `siteKinds` is a list of kinds of design §2 (`['gas-customer-service']`, or
 * `['all']`).
 */
export function loadLibrary(
  resourcesDir: string,
  { siteKinds }: { siteKinds: readonly string[] },
): LoadedLibrary {
  const calendarFile = join(resourcesDir, 'calendars', 'cn.json')
  const calendar = readCalendar(calendarFile)
  const sources = readFiles(libraryFiles(join(resourcesDir, 'plans')))
  const inspected = inspect(sources)
  return {
    ...libraryOf(inspected, calendar ?? {}, siteKinds),
    findings: [...inspected.findings, ...(calendar ? [] : [noCalendar(calendarFile)])],
    texts: planTexts(sources, inspected),
  }
}
