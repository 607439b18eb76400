/**
 * `station plans check`: what a planner reads who has broken something. Every case is a copy of a
 * shipped plan with one edit.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { checkPlanFiles, lineOf, type FileFinding } from '#main/adapters/plans/check.ts'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import { writeWhole } from '#main/adapters/plans/write.ts'
import { liftDocument, liftPlan } from '../../kit/lift.ts'

const shipped = fileURLToPath(new URL('../../../resources', import.meta.url))
const copies = mkdtempSync(join(tmpdir(), 'vigil-plans-'))
const resources = join(copies, 'resources')
const plans = join(resources, 'plans')
const hotline = join(plans, 'gas-customer-service', 'gas-hotline-failure.yaml')
const fire = join(plans, 'government-hall', 'government-hall-fire.yaml')
const gas = join(plans, 'gas-customer-service', 'document.yaml')

beforeEach(() => {
  rmSync(resources, { recursive: true, force: true })
  for (const part of [
    'calendars',
    'matching',
    'plans/gas-customer-service',
    'plans/government-hall',
  ])
    // the documents that are edited here; no other is named by them
    cpSync(join(shipped, part), join(resources, part), { recursive: true })
})
afterAll(() => rmSync(copies, { recursive: true, force: true }))

function edit(file: string, from: string, to: string): void {
  const before = readFileSync(file, 'utf8')
  expect(before.includes(from), from).toBe(true)
  writeFileSync(file, before.replace(from, to))
}

const errors = (files?: readonly string[]): readonly FileFinding[] =>
  checkPlanFiles(plans, files).filter(({ severity }) => severity === 'error')

describe('a fault is told with file, place and what is expected', () => {
  const cases: [
    what: string,
    file: string,
    from: string,
    to: string,
    path: string,
    code: string,
    en: string,
  ][] = [
    [
      'a duration without a unit',
      hotline,
      'within: 3m',
      'within: 3',
      'steps.hl-06.due.within',
      'bad-value',
      'a duration with its unit, such as 15m',
    ],
    [
      'a rung without a unit',
      hotline,
      'after: 5m',
      'after: 5',
      'steps.hl-06.late.1.after',
      'bad-value',
      '30s, 15m, 4h',
    ],
    [
      'a day without a unit',
      hotline,
      'within: 15m',
      'within: {workday: 15, holiday: 45m}',
      'steps.hl-08.due.within.workday',
      'bad-value',
      '15m',
    ],
    [
      'a duration in words',
      fire,
      'urgency: immediate',
      'urgency: now',
      'steps.gf-01.urgency',
      'bad-value',
      'immediate or prompt',
    ],
    [
      'a stage nobody knows',
      fire,
      'stage: on-site',
      'stage: scene',
      'steps.gf-03.stage',
      'bad-value',
      'report, verify',
    ],
    [
      'a missing title',
      fire,
      '    title: {zh: 火大：切断总电源',
      '    titel: {zh: 火大：切断总电源',
      'steps.gf-07.title',
      'missing',
      'Missing; expected a text',
    ],
    [
      'a text without a word',
      fire,
      '{zh: 火灾警报器, en: Fire alarm}',
      "{zh: '', en: ' '}",
      'steps.gf-01.materials.0',
      'bad-value',
      'one language is enough',
    ],
    [
      'a key nobody knows',
      fire,
      'lifeSafety: true',
      'livesafety: true',
      'steps.gf-01',
      'unknown-key',
      'livesafety',
    ],
    [
      'a condition nobody knows',
      fire,
      'when: {fact: fire_size, is: small}',
      'when: {size: small}',
      'steps.gf-04.when',
      'bad-value',
      'a condition with one of',
    ],
    [
      'a fault deep in a condition',
      hotline,
      '{fact: call_holds, is: yes}',
      '{step: hl-02, is: finished}',
      'steps.hl-03.when.all.1.is',
      'bad-value',
      'done or late',
    ],
    [
      'an anchor nobody knows',
      hotline,
      'from: reported',
      'from: noticed',
      'steps.hl-14.due.from',
      'bad-value',
      'occurred, reported, activated',
    ],
    [
      'a limit that lacks a day',
      hotline,
      'within: 10m, from: reported',
      'within: {workday: 10m}, from: reported',
      'steps.hl-14.due.within',
      'due-misses-day',
      'holiday',
    ],
    [
      'a missing short title',
      hotline,
      '    short: {zh: 新情况续报, en: Report updates}\n',
      '',
      'steps.hl-07.short',
      'no-short',
      'short title',
    ],
    [
      'a step that does not exist',
      hotline,
      'from: {step: hl-05}',
      'from: {step: hl-55}',
      'steps.hl-06.due.from',
      'unknown-step',
      'hl-55',
    ],
    [
      'a call to nobody',
      fire,
      "calls: [{number: '119', who: {zh: 消防救援, en: Fire and rescue}}]",
      'calls: [{number: 119}]',
      'steps.gf-05.calls',
      'call-without-who',
      'whom',
    ],
    [
      'a call to a post that does not exist',
      fire,
      '{role: general-section}',
      '{role: general-office}',
      'steps.gf-16.calls',
      'unknown-role',
      'general-office',
    ],
    [
      'a call whose post is no id',
      fire,
      '{role: general-section}',
      '{role: 综合科}',
      'steps.gf-16.calls.0.role',
      'bad-value',
      'an id',
    ],
    [
      'a step id of another plan',
      fire,
      'id: gf-03',
      'id: hl-03',
      'steps.hl-03',
      'duplicate-step',
      'gas-hotline-failure',
    ],
    [
      'an id that is not the file name',
      fire,
      'id: government-hall-fire',
      'id: hall-fire',
      'id',
      'file-name',
      'government-hall-fire',
    ],
    [
      'another document than the folder',
      fire,
      'document: government-hall',
      'document: gas-customer-service',
      'document',
      'wrong-folder',
      'government-hall',
    ],
    [
      'a document that does not exist',
      fire,
      'document: government-hall',
      'document: hall',
      'document',
      'no-document',
      'hall',
    ],
    [
      'a legal category nobody knows',
      gas,
      'legal: socialSecurity',
      'legal: crime',
      'types.personal-safety.home-visit-attack.legal',
      'bad-value',
      'socialSecurity',
    ],
    [
      'a level beyond nine',
      gas,
      '  4: {zh: 四级, en: Level IV}',
      '  14: {zh: 四级, en: Level IV}',
      'levels.14',
      'bad-value',
      'a level',
    ],
  ]
  it.each(cases)('%s', (_what, file, from, to, path, code, en) => {
    edit(file, from, to)
    const inFile = errors().filter((finding) => finding.file === file)
    expect(inFile).toEqual(expect.arrayContaining([expect.objectContaining({ path, code })]))
    expect(inFile.map(({ message }) => message.en).join('\n')).toContain(en)
  })

  it('broken YAML, by line', () => {
    edit(fire, 'urgency: immediate', 'urgency: [immediate')
    const [first] = errors()
    expect(first).toMatchObject({ file: fire, code: 'bad-yaml' })
    expect(first?.message.zh).toMatch(/^第\d+行/)
    expect(lineOf(first ?? expect.fail())).toContain('error bad-yaml: 第')
  })

  it('a key written twice', () => {
    edit(gas, 'commander: line-head', 'commander: line-head\ncommander: group-leader')
    expect(errors().find(({ file }) => file === gas)).toMatchObject({ code: 'bad-yaml' })
  })
})

describe('files that are being worked on', () => {
  it('a copy outside the library is checked against its document, and may keep its ids', () => {
    const draft = join(copies, 'government-hall-fire.yaml')
    writeFileSync(draft, readFileSync(fire, 'utf8'))
    expect(checkPlanFiles(plans, [draft])).toEqual([])
    edit(draft, 'role: guards', 'role: guard')
    expect(checkPlanFiles(plans, [draft])).toMatchObject([
      { file: draft, path: 'steps.gf-09.role', code: 'unknown-role' },
    ])
  })

  it('tells only of the files that were named', () => {
    edit(fire, 'role: guards', 'role: guard')
    expect(errors([hotline])).toEqual([])
    expect(errors([hotline, fire])).toMatchObject([{ file: fire, code: 'unknown-role' }])
  })

  it('a file that is not there', () => {
    expect(errors([join(copies, 'none.yaml')])).toMatchObject([{ code: 'unreadable' }])
  })
})

describe('loading', () => {
  it('a call in its own words keeps them, and its post comes with the plan though nothing else needs it', () => {
    edit(
      fire,
      'calls: [{role: superiors}]',
      'calls: [{role: night-watch}, {role: guards, who: {zh: 保安队长, en: Head guard}}]',
    )
    edit(
      join(plans, 'government-hall', 'document.yaml'),
      'roles:\n',
      'roles:\n  night-watch:\n    name: {zh: 夜班, en: Night watch}\n',
    )
    const plan = loadLibrary(resources, { siteKinds: ['all'] }).plan('government-hall-fire')
    expect(plan?.steps.find(({ id }) => id === 'gf-14')?.calls).toEqual([
      { number: null, who: { zh: '夜班', en: 'Night watch' }, role: 'night-watch' },
      { number: null, who: { zh: '保安队长', en: 'Head guard' }, role: 'guards' },
    ])
    expect(plan?.roles.map(({ id }) => id)).toContain('night-watch')
  })

  it('leaves out a broken plan and keeps the others', () => {
    const before = loadLibrary(resources, { siteKinds: ['all'] })
      .plans()
      .map(({ id }) => id)
    edit(fire, 'role: guards', 'role: guard')
    const library = loadLibrary(resources, { siteKinds: ['all'] })
    expect(library.plans()).toHaveLength(before.length - 1)
    expect(before.filter((id) => !library.plan(id))).toEqual(['government-hall-fire'])
    expect(library.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { file: fire, code: 'unknown-role' },
    ])
  })

  it('starts without a calendar, and says so', () => {
    writeFileSync(join(resources, 'calendars', 'cn.json'), '{"2026": 1}')
    const library = loadLibrary(resources, { siteKinds: ['all'] })
    expect(library.calendar()).toEqual({})
    expect(library.findings).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'bad-calendar' })]),
    )
  })

  it('a revision changes with what the plan says, not with how it is written or with the rest of the document', () => {
    const revision = (): string | undefined =>
      loadLibrary(resources, { siteKinds: ['all'] }).plan('government-hall-fire')?.revision
    const first = revision()
    edit(
      fire,
      '    stage: report\n    title: {zh: 按下火灾警报器, en: Press the fire alarm}',
      '    title: {en: Press the fire alarm, zh: 按下火灾警报器} # moved\n    stage: report',
    )
    edit(gas, 'name: {zh: 宣传岗', 'name: {zh: 宣传员')
    expect(revision()).toBe(first)
    edit(fire, 'zh: 按下火灾警报器', 'zh: 拉响火灾警报器')
    expect(revision()).not.toBe(first)
  })
})

describe('a whole document as one file', () => {
  const whole = join(copies, 'lift.document.yaml')
  const write = (part: object = {}): void =>
    writeFileSync(
      whole,
      JSON.stringify({
        ...{ format: 'vigil-document/1', document: liftDocument(), plans: [liftPlan()] },
        ...part,
      }),
    )
  const lines = (): string[] =>
    checkPlanFiles(plans, [whole]).map(({ path, code, severity }) => `${severity} ${code} ${path}`)

  it('that is sound has nothing told of it, written as YAML or JSON', () => {
    write()
    expect(lines()).toEqual([])
    const { document, plans: parts } = JSON.parse(readFileSync(whole, 'utf8')) as {
      document: object
      plans: Record<string, unknown>[]
    }
    writeFileSync(whole, writeWhole('vigil-document/1', { ...document }, parts))
    expect(readFileSync(whole, 'utf8')).toContain('format: vigil-document/1\n')
    expect(lines()).toEqual([])
  })

  it('is told of each part with its place, and of a file that is none', () => {
    const plan = { ...liftPlan(), commander: 'boss' }
    write({ document: { ...liftDocument(), level: 7 }, plans: [plan] })
    expect(lines()).toEqual([
      'error unknown-level document.level',
      'error unknown-role plans.lift-trapped.commander',
      'error unknown-level plans.lift-trapped.level',
    ])
    writeFileSync(whole, 'format: vigil-document/1\nplans: []\n')
    expect(lines()).toEqual(['error bad-value document'])
  })
})
