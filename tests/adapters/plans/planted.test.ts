/**
 * The linter finds every fault that it has a code for: each is planted into a copy of the library,
 * which has none.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { checkPlanFiles } from '#main/adapters/plans/check.ts'
import { inspect } from '#main/adapters/plans/inspect.ts'
import { libraryFiles, readFiles } from '#main/adapters/plans/read.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const plans = join(mkdtempSync(join(tmpdir(), 'vigil-planted-')), 'plans')
afterAll(() => rmSync(join(plans, '..'), { recursive: true, force: true }))
// the documents that the faults are planted into; the check reads whatever is there
for (const document of [
  'gas-customer-service',
  'government-hall',
  'branch',
  'generic-service',
  'bank-window',
])
  cpSync(join(root, 'resources', 'plans', document), join(plans, document), { recursive: true })

const HOTLINE = 'gas-customer-service/gas-hotline-failure.yaml'
const ATTACK = 'gas-customer-service/gas-safety-premises-attack.yaml'
const AGITATED = 'gas-customer-service/gas-agitated-customer.yaml'
const LOSS = 'gas-customer-service/gas-property-loss-company.yaml'
const FIRE = 'government-hall/government-hall-fire.yaml'
const HALL = 'government-hall/document.yaml'
const BRANCH = 'branch/branch-general.yaml'
const NETWORK = 'branch/branch-network-attack.yaml'
const HOTEL = 'generic-service/hotel-fire.yaml'
const BANK = 'bank-window/bank-fire.yaml'

type Edit = { file: string; from: string; to: string }
type Planted = [code: string, what: string, edit: Edit, path: string]
const edit = (file: string, from: string, to: string): Edit => ({ file, from, to })

const CASES: readonly Planted[] = [
  [
    'bad-yaml',
    'a bracket that never closes',
    edit(FIRE, 'urgency: immediate', 'urgency: [immediate'),
    '',
  ],
  [
    'missing',
    'a step without a title',
    edit(FIRE, '    title: {zh: 按下火灾警报器, en: Press the fire alarm}\n', ''),
    'steps.gf-01.title',
  ],
  [
    'bad-value',
    'a duration without its unit',
    edit(HOTLINE, 'within: 3m', 'within: 3'),
    'steps.hl-06.due.within',
  ],
  [
    'unknown-key',
    'a key that nobody knows',
    edit(FIRE, 'lifeSafety: true', 'life: true'),
    'steps.gf-01',
  ],
  [
    'file-name',
    'an id that is not the file name',
    edit(FIRE, 'id: government-hall-fire', 'id: hall-fire'),
    'id',
  ],
  [
    'wrong-folder',
    'a plan in the folder of another document',
    edit(FIRE, 'document: government-hall', 'document: branch'),
    'document',
  ],
  [
    'no-document',
    'a document that does not exist',
    edit(FIRE, 'document: government-hall', 'document: hall'),
    'document',
  ],
  [
    'unknown-role',
    'a step of nobody',
    edit(FIRE, 'role: guards', 'role: guard'),
    'steps.gf-09.role',
  ],
  [
    'unknown-role',
    'a rung to nobody',
    edit(HOTLINE, 'notify: department-manager', 'notify: manager'),
    'steps.hl-06.late',
  ],
  [
    'unknown-role',
    'a provisional start that nobody confirms',
    edit(BANK, 'confirmedBy: leading-group', 'confirmedBy: leaders'),
    'activation.confirmedBy',
  ],
  [
    'unknown-step',
    'a limit from a step that is not there',
    edit(HOTLINE, 'from: {step: hl-05}', 'from: {step: hl-55}'),
    'steps.hl-06.due.from',
  ],
  [
    'unknown-step',
    'a replaced step that the base has not',
    edit(NETWORK, 'replaces: [bg-01, bg-02]', 'replaces: [bg-01, bg-77]'),
    'replaces',
  ],
  [
    'unknown-fact',
    'a condition on a question that nobody asks',
    edit(FIRE, 'when: {fact: fire_size, is: small}', 'when: {fact: size, is: small}'),
    'steps.gf-04.when',
  ],
  [
    'unknown-fact',
    'a rule on a question that no other plan asks',
    edit(NETWORK, '{fact: occasion, is: network-attack}', '{fact: what, is: network-attack}'),
    'start.0.when',
  ],
  [
    'unknown-option',
    'an answer that is not offered',
    edit(FIRE, 'when: {fact: fire_size, is: small}', 'when: {fact: fire_size, is: tiny}'),
    'steps.gf-04.when',
  ],
  [
    'unknown-option',
    'a rule on an answer that is not offered',
    edit(NETWORK, '{fact: occasion, is: network-attack}', '{fact: occasion, is: attack}'),
    'start.0.when',
  ],
  [
    'unknown-clause',
    'a clause that nobody explains',
    edit(FIRE, 'clause: S03-04', 'clause: S03-99'),
    'steps.gf-03.clause',
  ],
  ['unknown-level', 'a level that the site has not', edit(BANK, 'level: 2', 'level: 9'), 'level'],
  [
    'unknown-level',
    'a condition on a level that the site has not',
    edit(FIRE, 'when: {fact: fire_size, is: small}', 'when: {level: 9}'),
    'steps.gf-04.when',
  ],
  [
    'unknown-type',
    'a type that is not in the tree',
    edit(FIRE, 'types: [hall-fire.fire]', 'types: [hall-fire.smoke]'),
    'types',
  ],
  [
    'unknown-type',
    'a condition on a type that is not in the tree',
    edit(BRANCH, 'when: {type: [branch-incident.fire]}', 'when: {type: [branch-incident.smoke]}'),
    'steps.bg-91.when',
  ],
  [
    'unknown-category',
    'a type under no category',
    edit(HALL, 'category: fire', 'category: hall-smoke'),
    'types.hall-fire.fire.category',
  ],
  [
    'unknown-plan',
    'a base that does not exist',
    edit(NETWORK, 'extends: branch-general', 'extends: branch-base'),
    'extends',
  ],
  [
    'unknown-plan',
    'a step that starts a plan that does not exist',
    edit(AGITATED, 'plan: gas-safety-premises-attack', 'plan: gas-safety'),
    'steps.ga-13.starts.plan',
  ],
  [
    'starts-itself',
    'a step that starts its own plan',
    edit(AGITATED, 'plan: gas-safety-premises-attack', 'plan: gas-agitated-customer'),
    'steps.ga-13.starts.plan',
  ],
  [
    'plan-elsewhere',
    'a step that starts a plan of another kind of site',
    edit(AGITATED, 'plan: gas-safety-premises-attack', 'plan: government-hall-disturbance'),
    'steps.ga-13.starts.plan',
  ],
  [
    'plan-elsewhere',
    'an annex where its base is not',
    edit(HOTEL, 'siteKinds: [hotel]', 'siteKinds: [hotel, mall]'),
    'extends',
  ],
  [
    'annex-cycle',
    'an annex and its base that extend each other',
    edit(
      BRANCH,
      'completeness: incomplete',
      'completeness: incomplete\nextends: branch-network-attack',
    ),
    'extends',
  ],
  [
    'replaces-without-base',
    'steps replaced of no plan',
    edit(NETWORK, 'extends: branch-general\n', ''),
    'replaces',
  ],
  [
    'replaced-step-needed',
    'a replaced step that a limit counts from',
    edit(NETWORK, 'replaces: [bg-01, bg-02]', 'replaces: [bg-01, bg-08]'),
    'replaces',
  ],
  [
    'confirms-without-activation',
    'a step that confirms what nobody started',
    edit(BANK, 'activation: {by: finder, confirmedBy: leading-group, clause: S08-12}\n', ''),
    'steps.bf-10.confirms',
  ],
  [
    'two-confirms',
    'a second step that confirms',
    edit(BANK, '    stage: report\n', '    stage: report\n    confirms: true\n'),
    'steps.bf-10.confirms',
  ],
  [
    'start-cannot-read',
    'a rule that looks at a step',
    edit(
      ATTACK,
      "when: {fact: attack, is: 'yes'}\n    then",
      'when: {step: gq-10, is: done}\n    then',
    ),
    'start.0.when',
  ],
  [
    'wrong-kind',
    'a choice treated as a number',
    edit(FIRE, 'when: {fact: fire_size, is: small}', 'when: {fact: fire_size, over: 3}'),
    'steps.gf-04.when',
  ],
  [
    'wrong-kind',
    'an amount of money treated as a choice',
    edit(LOSS, 'when: {fact: loss_yuan, over: 5000}', "when: {fact: loss_yuan, is: '5000'}"),
    'steps.pc-05.when',
  ],
  [
    'duplicate-step',
    'a step id of another plan',
    edit(FIRE, 'id: gf-03', 'id: hl-03'),
    'steps.hl-03',
  ],
  ['duplicate-step', 'a step id used twice', edit(FIRE, 'id: gf-03', 'id: gf-01'), 'steps.gf-01'],
  [
    'duplicate-type',
    'a type that another document has',
    edit(HALL, '  hall-fire.fire:', '  other.explosion:'),
    'types.other.explosion',
  ],
  [
    'duplicate-plan',
    'a plan id that another document has',
    edit(NETWORK, 'id: branch-network-attack', 'id: bank-fire'),
    'id',
  ],
  [
    'cycle',
    'two steps that wait for each other',
    edit(
      HOTLINE,
      '    role: hotline-supervisor\n    when: {fact: fault_kind, is: no-calls}\n    clause: S09-77',
      '    role: hotline-supervisor\n    after: [hl-06]\n    clause: S09-77',
    ),
    'steps.hl-05',
  ],
  [
    'unreachable',
    'a condition that contradicts itself',
    edit(
      FIRE,
      'when: {fact: fire_size, is: small}',
      'when: {all: [{fact: fire_size, is: small}, {fact: fire_size, is: large}]}',
    ),
    'steps.gf-04.when',
  ],
  [
    'no-ladder',
    'a limit that nobody is told of',
    edit(FIRE, '  - id: gf-03\n', '  - id: gf-03\n    due: {within: 5m, from: reported}\n'),
    'steps.gf-03.late',
  ],
  [
    'ladder-without-limit',
    'a ladder that nothing climbs',
    edit(FIRE, '  - id: gf-03\n', '  - id: gf-03\n    late: [{notify: guards}]\n'),
    'steps.gf-03.late',
  ],
  [
    'ladder-order',
    'a later post told earlier',
    edit(
      FIRE,
      '  - id: gf-03\n',
      '  - id: gf-03\n    due: {within: 5m, from: reported}\n    late: [{notify: guards, after: 5m}, {notify: centre-leader, after: 1m}]\n',
    ),
    'steps.gf-03.late',
  ],
  [
    'due-misses-day',
    'a limit by calendar without one of its days',
    edit(HOTLINE, 'within: 10m, from: reported', 'within: {workday: 10m}, from: reported'),
    'steps.hl-14.due.within',
  ],
  [
    'due-not-positive',
    'a limit of no time',
    edit(HOTLINE, 'within: 3m', 'within: 0m'),
    'steps.hl-06.due.within',
  ],
  [
    'repeat-without-due',
    'a repeating step without its first limit',
    edit(BRANCH, '    due: {within: 30m, from: {step: bg-08}}\n', ''),
    'steps.bg-94.repeat',
  ],
  [
    'repeat-not-positive',
    'a repeating step without a pause',
    edit(BRANCH, 'repeat: {every: 30m', 'repeat: {every: 0m'),
    'steps.bg-94.repeat.every',
  ],
  [
    'no-otherwise',
    'a choice that leaves somebody without an answer',
    edit(FIRE, '    exhaustive: true\n', ''),
    'facts.fire_size.options',
  ],
  [
    'too-few-options',
    'a choice of one',
    edit(FIRE, "      large: {zh: 火大，靠自身扑不灭, en: 'Large: no'}\n", ''),
    'facts.fire_size.options',
  ],
  [
    'bool-options',
    'a yes-or-no question with another answer',
    edit(FIRE, '      no: {zh: 未确认, en: Not yet}', '      perhaps: {zh: 未确认, en: Not yet}'),
    'facts.people_safe.options',
  ],
  [
    'call-without-who',
    'a call to nobody',
    edit(
      FIRE,
      "calls: [{number: '119', who: {zh: 消防救援, en: Fire and rescue}}]",
      "calls: [{number: '119'}]",
    ),
    'steps.gf-05.calls',
  ],
  [
    'no-short',
    'a step without a name on the wall',
    edit(HOTLINE, '    short: {zh: 报组别负责人, en: Tell group lead}\n', ''),
    'steps.hl-01.short',
  ],
  [
    'short-too-long',
    'a name that the wall cannot show',
    edit(
      FIRE,
      'short: {zh: 按火灾警报器, en: Press alarm}',
      'short: {zh: 按下墙上的火灾警报器, en: Press alarm}',
    ),
    'steps.gf-01.short.zh',
  ],
  [
    'announce-too-long',
    'an announcement that the wall cannot show',
    edit(
      FIRE,
      '  - id: gf-03\n',
      `  - id: gf-03\n    announce: {zh: ${'请'.repeat(23)}, en: Please}\n`,
    ),
    'steps.gf-03.announce.zh',
  ],
  [
    'unknown-blank',
    'a blank that nothing fills',
    edit(FIRE, "say: {zh: '{place}着火了，快来人！'", "say: {zh: '{floor}着火了，快来人！'"),
    'steps.gf-02.say',
  ],
  [
    'type-without-plan',
    'a type that its plan no longer answers',
    edit(FIRE, 'types: [hall-fire.fire]', 'types: [hall-power-cut.outage]'),
    'types.hall-fire.fire',
  ],
  [
    'unused-role',
    'a post that nothing needs',
    edit(HALL, 'roles:\n', 'roles:\n  painter:\n    name: {zh: 油漆工, en: Painter}\n'),
    'roles.painter',
  ],
  [
    'unused-fact',
    'a question that nothing depends on',
    edit(
      FIRE,
      'facts:\n',
      'facts:\n  wind:\n    kind: bool\n    question: {zh: 有风吗？, en: Is there wind?}\n    decidedBy: finder\n    clause: S03-05\n',
    ),
    'facts.wind',
  ],
]

/**
 * Faults that no file can have: the writing itself would be refused. The tests of the rules plant
 * them.
 */
const NOT_IN_A_FILE = {
  'duplicate-fact': 'a question stands under its key, and YAML refuses a key that is written twice',
  'start-reads-nothing': 'an empty list of conditions is a bad value',
}

// once: a case reads anew only the file that it has changed
const shipped = readFiles(libraryFiles(plans))

describe('each code', () => {
  it('is planted', () => {
    const guide = readFileSync(join(root, 'docs', 'plan-format.md'), 'utf8')
    const lines = guide
      .slice(guide.indexOf('## 7 '))
      .split('\n')
      .flatMap((line) =>
        line.startsWith('警告') ? line : (/^\| (`[^|]*) \|/.exec(line)?.[1] ?? []),
      )
    const known = [...lines.join('\n').matchAll(/`([a-z-]+)`/g)].map(([, code]) => code ?? '')
    expect(known.length).toBeGreaterThan(40)
    const planted = new Set([
      ...CASES.map(([code]) => code),
      ...Object.keys(NOT_IN_A_FILE),
      'unreadable',
    ])
    expect(known.filter((code) => !planted.has(code))).toEqual([])
    expect([...planted].filter((code) => !known.includes(code))).toEqual([])
  })

  it('there is nothing to find before', () => {
    expect(checkPlanFiles(plans)).toEqual([])
  })

  it('unreadable: a file that is not there', () => {
    expect(checkPlanFiles(plans, [join(plans, 'branch', 'none.yaml')])).toMatchObject([
      { code: 'unreadable' },
    ])
  })

  it.each(CASES)('%s: %s', (code, _what, { file, from, to }, path) => {
    const target = join(plans, file)
    const before = readFileSync(target, 'utf8')
    expect(before).toContain(from)
    writeFileSync(target, before.replace(from, to))
    try {
      const read = readFiles([target])
      const others = <T extends { file: string }>(all: readonly T[]): readonly T[] =>
        all.filter((one) => one.file !== target)
      const { findings } = inspect({
        documents: [...others(shipped.documents), ...read.documents],
        plans: [...others(shipped.plans), ...read.plans],
        findings: read.findings,
      })
      expect(findings).toEqual(expect.arrayContaining([expect.objectContaining({ code, path })]))
    } finally {
      writeFileSync(target, before)
    }
  })
})
