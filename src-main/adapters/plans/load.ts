/**
 * Loads the plans and the calendar that come with the installation. A broken plan is left out and
 * reported; the station starts without it.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Library, PlanSources } from '#main/core/ports.ts'
import { NOTHING_LEARNED, type Learned } from '#shared/domain/match/learned.ts'
import { localized } from '#shared/domain/text.ts'
import { readAccidentKinds } from './accident-kinds.ts'
import { readChecklists } from './checklists.ts'
import { readCalendar } from './calendar.ts'
import {
  COMPILED_FILE,
  COMPILED_POLICIES,
  COMPILED_RULES,
  COMPILED_SAYINGS,
} from './compiled-file.ts'
import { readCompiled } from './compiled.ts'
import { lintedDocument } from './inspect.ts'
import { libraryOf } from './library.ts'
import { planSources } from './plan-sources.ts'
import type { FileFinding } from './read.ts'
import { readPolicies } from './policies.ts'
import { readReportRules } from './report-rules.ts'
import { readLearned } from './sayings.ts'
import { readShipped } from './shipped.ts'
import { readSynonyms } from './synonyms.ts'

/**
 * `findings` are for the technical log: what was left out, and what is merely missing. `sources`
 * are the files behind it, for every kind of site.
 */
export type LoadedLibrary = Library & { findings: readonly FileFinding[]; sources: PlanSources }

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

const noSynonyms = (file: string): FileFinding => ({
  file,
  path: '',
  severity: 'error',
  code: 'bad-synonyms',
  message: localized(
    '同义说法缺失或损坏，只按常用词匹配预案',
    'The synonyms are missing or damaged: plans are matched by their own words alone',
  ),
})

const noSayings = (file: string): FileFinding => ({
  file,
  path: '',
  severity: 'error',
  code: 'bad-sayings',
  message: localized(
    '常见说法缺失或损坏，只按规则匹配预案',
    'The sayings are missing or damaged: plans are matched by the rules alone',
  ),
})

const noAccidentKinds = (file: string): FileFinding => ({
  file,
  path: '',
  severity: 'error',
  code: 'bad-accident-kinds',
  message: localized(
    '事故类型编码缺失或损坏，登记时选不到',
    'The codes of accidents are missing or damaged: none can be chosen',
  ),
})

const noPolicies = (file: string): FileFinding => ({
  file,
  path: '',
  severity: 'error',
  code: 'bad-policies',
  message: localized(
    '规定（周期）缺失或损坏，按周期到期的事项不提醒',
    'The policies are missing or damaged: nothing that comes due by them is shown',
  ),
})

const noChecklists = (file: string): FileFinding => ({
  file,
  path: '',
  severity: 'error',
  code: 'bad-checklists',
  message: localized(
    '随程序备好的检查表缺失或损坏，只能自己新建',
    'The checklists of the installation are missing or damaged: only the site can write some',
  ),
})

const noReportRules = (file: string): FileFinding => ({
  file,
  path: '',
  severity: 'error',
  code: 'bad-report-clocks',
  message: localized(
    '法定报告时限缺失或损坏，信息报告不计时',
    'The clocks of the law are missing or damaged: reports to the authorities are not timed',
  ),
})

/** Read when it is first needed, once: a start needs none of it. */
function lazily<T>(read: () => readonly T[] | null, onDamaged: () => void): () => readonly T[] {
  let list: readonly T[] | undefined
  return () => {
    if (list) return list
    const whole = read()
    if (!whole) onDamaged()
    return (list = whole ?? [])
  }
}

/**
 * The library of an installation. `resourcesDir` holds `plans/<document>/*.yaml`,
 * `calendars/cn.json`, `matching/synonyms.yaml`, `matching/sayings.yaml`,
 * `standards/accident-kinds.yaml`, `standards/report-clocks.yaml`, `standards/policies.yaml` and
 * `checklists/*.yaml`;
 * `siteKinds` is a list of kinds of site (`['gas-customer-service']`, or `['all']`). What the build
 * has compiled is taken if it stands for these very files. `onFinding` hears what is seen only
 * after the start: a damaged vocabulary, damaged sayings, damaged codes, damaged clocks of the law,
 * damaged policies.
 */
export function loadLibrary(
  resourcesDir: string,
  {
    siteKinds,
    compiled = COMPILED_FILE,
    compiledSayings = COMPILED_SAYINGS,
    compiledRules = COMPILED_RULES,
    compiledPolicies = COMPILED_POLICIES,
    onFinding,
  }: {
    siteKinds: readonly string[]
    compiled?: string | null
    compiledSayings?: string | null
    compiledRules?: string | null
    compiledPolicies?: string | null
    onFinding?: (finding: FileFinding) => void
  },
): LoadedLibrary {
  const calendarFile = join(resourcesDir, 'calendars', 'cn.json')
  const calendar = readCalendar(calendarFile)
  const synonymsFile = join(resourcesDir, 'matching', 'synonyms.yaml')
  const hasSynonyms = existsSync(synonymsFile)
  const synonyms = lazily(
    () => readSynonyms(synonymsFile),
    () => {
      if (hasSynonyms) onFinding?.(noSynonyms(synonymsFile))
    },
  )
  const sayingsFile = join(resourcesDir, 'matching', 'sayings.yaml')
  let known: Learned | undefined
  const learned = (): Learned => {
    if (known) return known
    const read = readLearned(sayingsFile, compiledSayings)
    if (!read) onFinding?.(noSayings(sayingsFile))
    return (known = read ?? NOTHING_LEARNED)
  }
  const kindsFile = join(resourcesDir, 'standards', 'accident-kinds.yaml')
  const accidentKinds = lazily(
    () => readAccidentKinds(kindsFile),
    () => onFinding?.(noAccidentKinds(kindsFile)),
  )
  const rulesFile = join(resourcesDir, 'standards', 'report-clocks.yaml')
  const reportRules = lazily(
    () => readReportRules(rulesFile, compiledRules),
    () => onFinding?.(noReportRules(rulesFile)),
  )
  const policiesFile = join(resourcesDir, 'standards', 'policies.yaml')
  const policies = lazily(
    () => readPolicies(policiesFile, compiledPolicies),
    () => onFinding?.(noPolicies(policiesFile)),
  )
  const checklists = lazily(
    () => readChecklists(join(resourcesDir, 'checklists')),
    () => onFinding?.(noChecklists(join(resourcesDir, 'checklists'))),
  )
  const plansDir = join(resourcesDir, 'plans')
  const shipped = (compiled && readCompiled(compiled, plansDir)) || readShipped(plansDir)
  const documents = shipped.documents.map(lintedDocument)
  return {
    ...libraryOf(
      {
        documents,
        plans: shipped.plans,
        synonyms,
        learned,
        accidentKinds,
        reportRules,
        policies,
        checklists,
      },
      calendar ?? {},
      siteKinds,
    ),
    findings: [
      ...shipped.findings,
      ...(calendar ? [] : [noCalendar(calendarFile)]),
      ...(hasSynonyms ? [] : [noSynonyms(synonymsFile)]),
    ],
    sources: planSources(shipped),
  }
}
