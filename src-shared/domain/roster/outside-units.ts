/**
 * The units outside that a site may have to ring, whatever its plans say. The site's numbers of
 * them stand in the roster beside its posts.
 */
import { localized, type LocalizedText } from '../text.ts'

/**
 * `number`: the one that the whole country has for it. `called`: what plans call it in Chinese
 * besides its name.
 */
type OutsideUnit = { name: LocalizedText; number: string | null; called: readonly string[] }

export const OUTSIDE_UNITS = {
  'outside-fire': {
    name: localized('消防救援', 'Fire and rescue'),
    number: '119',
    called: ['消防部门', '消防队伍', '消防队'],
  },
  'outside-police': {
    name: localized('公安', 'Police'),
    number: '110',
    called: ['公安机关', '派出所'],
  },
  'outside-ambulance': {
    name: localized('医疗急救', 'Ambulance'),
    number: '120',
    called: ['急救中心', '医疗救援'],
  },
  'outside-hotline': {
    name: localized('12345热线', '12345 hotline'),
    number: '12345',
    called: ['政务服务便民热线'],
  },
  'outside-hospital': {
    name: localized('附近医院', 'Nearest hospital'),
    number: null,
    called: ['医院'],
  },
  'outside-property': {
    name: localized('物业', 'Property company'),
    number: null,
    called: ['物业公司', '物管', '物业服务企业', '小区物业', '装机小区物业'],
  },
  'outside-power': {
    name: localized('供电单位', 'Power company'),
    number: null,
    called: ['供电局', '供电公司', '供电部门'],
  },
  'outside-water': {
    name: localized('供水单位', 'Water company'),
    number: null,
    called: ['供水公司', '自来水公司'],
  },
  'outside-gas': {
    name: localized('燃气抢修', 'Gas emergency line'),
    number: null,
    called: ['燃气公司', '燃气抢修电话'],
  },
  'outside-lift': {
    name: localized('电梯维保单位', 'Lift maintenance company'),
    number: null,
    called: ['电梯维保公司'],
  },
  'outside-other': {
    name: localized('其他外部单位', 'Other units outside'),
    number: null,
    called: [],
  },
} as const satisfies Record<string, OutsideUnit>
export type OutsideUnitId = keyof typeof OUTSIDE_UNITS

export const isOutsideUnit = (id: string): id is OutsideUnitId => Object.hasOwn(OUTSIDE_UNITS, id)

const UNITS: readonly (OutsideUnit & { id: OutsideUnitId })[] = Object.entries(OUTSIDE_UNITS).map(
  ([id, unit]) => ({ ...unit, id: id as OutsideUnitId }),
)

/** A unit outside without the name of a person is filed under its own: that names nobody. */
export const personOf = (person: string, post: LocalizedText): string | null =>
  person === post.zh ? null : person
export const peopleOf = (people: readonly string[], post: LocalizedText): readonly string[] =>
  people.flatMap((person) => personOf(person, post) ?? [])

/** The unit that a plan calls by this Chinese name; null: it is none of these. */
export const outsideUnitOf = (name: string): (OutsideUnit & { id: OutsideUnitId }) | null =>
  UNITS.find((unit) => unit.name.zh === name || unit.called.includes(name)) ?? null
