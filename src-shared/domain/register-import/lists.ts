/**
 * Reads lists of people, contacts, places, supplies, items of checklists and checks as offices keep
 * them: titles over the heads, sections between rows, two lists side by side, notes at the foot.
 * What the words mean is for people-rows.ts, contact-rows.ts and their like.
 */
import { headRowBy, proposeBy, type Heads } from '../import/heads.ts'
import { SUPPLY_HEADS } from './supply-heads.ts'
import { planesOf, plainText, type CellPlace, type Sheet } from './sheet.ts'

export const LIST_FIELDS = {
  people: ['name', 'phone', 'mobile', 'desk', 'short', 'radio', 'post', 'group'],
  contacts: [
    'name',
    'category',
    'person',
    'phone',
    'mobile',
    'desk',
    'short',
    'allHours',
    'place',
    'note',
  ],
  places: ['name', 'kind', 'size', 'within', 'aliases', 'area', 'private', 'property'],
  supplies: [
    'name',
    'model',
    'class',
    'unit',
    'count',
    'batch',
    'expiry',
    'place',
    'spot',
    'keeper',
    'minimum',
    'checkMonths',
    'conditions',
  ],
  checklists: ['list', 'kind', 'name', 'answer', 'unit', 'min', 'max', 'critical', 'photo'],
  checks: ['name', 'at', 'person', 'place', 'failed'],
} as const
export type ListRegister = keyof typeof LIST_FIELDS
export type ListField = (typeof LIST_FIELDS)[ListRegister][number]

const NUMBERS = {
  phone: [
    '电话',
    '联系电话',
    '联系方式',
    '号码',
    '电话号码',
    '应急电话',
    '值班电话',
    'phone',
    'phones',
    'telephone',
    'number',
    'numbers',
  ],
  mobile: ['手机', '手机号', '手机号码', '移动电话', '手机电话', 'mobile', 'cell'],
  desk: [
    '办公电话',
    '座机',
    '固定电话',
    '固话',
    '办公室电话',
    '内线',
    'desk',
    'office',
    'officephone',
    'landline',
  ],
  short: ['短号', '小号', '集团短号', '分机', 'short', 'shortnumber', 'extension'],
}
const HEADS: { readonly [R in ListRegister]: Heads<(typeof LIST_FIELDS)[R][number]> } = {
  people: {
    name: ['姓名', '名字', '人员', '人员姓名', '员工姓名', '员工', 'name', 'person', 'fullname'],
    ...NUMBERS,
    radio: ['对讲机', '对讲机号', '对讲', '电台', 'radio'],
    post: [
      '岗位',
      '应急岗位',
      '职责岗位',
      '担任岗位',
      '岗',
      '职务',
      '职位',
      '应急职务',
      'post',
      'posts',
      'position',
      'role',
    ],
    group: ['小组', '应急小组', '组别', '所在小组', '班组', '分组', 'group', 'groups', 'team'],
  },
  contacts: {
    name: [
      '单位名称',
      '单位',
      '联系单位',
      '名称',
      '机构',
      '机构名称',
      '外部单位',
      '姓名',
      'name',
      'body',
      'organisation',
      'organization',
      'unit',
    ],
    category: ['类别', '分类', '类型', '单位类别', '单位性质', 'category', 'type', 'kind'],
    person: ['联系人', '联络人', '负责人', '值班联系人', 'contact', 'contactperson'],
    ...NUMBERS,
    allHours: [
      '24小时',
      '全天',
      '是否24小时',
      '24小时值守',
      '昼夜',
      '24h',
      'allhours',
      'dayandnight',
    ],
    place: ['对应地点', '所属小区', '服务小区', '地点', '范围', 'place', 'for'],
    note: ['备注', '说明', '地址', '职责', 'note', 'notes', 'remarks', 'address'],
  },
  checklists: {
    list: ['检查表', '表名', '检查表名称', 'checklist', 'list'],
    kind: ['种类', '类别', '类型', 'kind', 'type'],
    name: ['检查项', '检查内容', '检查项目', '项目', '内容', 'item', 'items', 'name'],
    answer: ['填法', '填写方式', '结果类型', 'answer'],
    unit: ['单位', '计量单位', 'unit'],
    min: ['下限', '最小值', '最低', 'lowest', 'min'],
    max: ['上限', '最大值', '最高', 'highest', 'max'],
    critical: ['要紧', '关键项', '是否要紧', '否决项', 'critical'],
    photo: ['拍照', '要拍照', '照片', 'picture', 'photo'],
  },
  checks: {
    name: ['检查表', '表名', '检查表名称', 'checklist', 'list'],
    at: ['时间', '检查时间', '日期', '检查日期', 'time', 'at', 'date'],
    person: ['签字人', '检查人', '巡查人', '姓名', 'signedby', 'person'],
    place: ['地点', '检查地点', '场所', 'place'],
    failed: ['不合格项', '不合格', '问题', '发现问题', 'failed', 'problems'],
  },
  places: {
    name: [
      '名称',
      '地点',
      '地点名称',
      '小区名称',
      '小区',
      '楼盘',
      '场所',
      '场所名称',
      '营业厅',
      '营业厅名称',
      '房间',
      'name',
      'place',
      'estate',
    ],
    kind: ['种类', '类别', '类型', '性质', 'kind', 'type', 'category'],
    size: [
      '人数或户数',
      '户数',
      '用户数',
      '客户数',
      '总户数',
      '居民户数',
      '人数',
      '容纳人数',
      '规模',
      '用户',
      'size',
      'customers',
      'households',
      'people',
    ],
    within: ['所在', '上级地点', '所属地点', '所在地点', '所在楼', '所属', 'within', 'in'],
    aliases: ['别名', '俗称', '曾用名', '又名', '其他叫法', 'aliases', 'alias', 'alsocalled'],
    area: ['片区', '区域', '所属片区', '所属区域', '街道', '行政区', 'area', 'district'],
    private: ['住家', '是否住家', '私宅', '是否私宅', '居民住宅', 'private'],
    property: [
      '物业',
      '物业公司',
      '物业单位',
      '物业服务企业',
      '管理单位',
      'property',
      'propertyfirm',
    ],
  },
  supplies: SUPPLY_HEADS,
}

export type Mapping = Readonly<Partial<Record<ListField, number>>>
/** `cells`: by field what the row says, with its place. */
export type ListRow = {
  row: number
  cells: Readonly<Partial<Record<ListField, { text: string; at: CellPlace }>>>
}
/**
 * `headRow`: its number in the file; 0 without any. `left`: rows that say something and are no
 * entry of the list.
 */
export type ListSheet = {
  headRow: number
  heads: readonly string[]
  mapping: Mapping
  rows: readonly ListRow[]
  left: readonly { row: number; text: string }[]
}

const LOOK = 15
/** `一、领导小组` */
const SECTION = /^[一二三四五六七八九十]+[、.,]/
const FOOT =
  /^[(（[【]?(?:注|备注|说明|附注|制表|审核|审批|填表|合计|总计|小计|示例|total|notes?\b|example)/i

/** After how many columns the heads come again: two lists side by side; null: they do not. */
function repeats(heads: readonly string[]): number | null {
  const texts = heads.map(plainText)
  const first = texts.findIndex((head) => head !== '')
  const again = texts.findIndex((head, column) => column > first && head === texts[first])
  if (first < 0 || again < 0) return null
  const same = texts
    .slice(first, again)
    .filter((head, n) => head !== '' && texts[again + n] === head)
  return same.length > 1 ? again - first : null
}

/**
 * Reads a list. `chosen`: a person's choice of the row of heads and of columns instead of what is
 * recognised.
 */
export function readList(
  sheet: Sheet,
  register: ListRegister,
  chosen: { headRow: number | null; mapping: Mapping | null },
): ListSheet {
  const { across, down } = planesOf(sheet)
  const known: Heads<ListField> = HEADS[register] as Heads<ListField>
  const first = sheet.rows.slice(0, LOOK)
  const headRow =
    chosen.headRow ??
    first[
      headRowBy(
        known,
        first.map(({ cells }) => cells),
        LOOK,
      )
    ]?.row ??
    0
  const heads = across.places.map((column) => across.text(headRow, column))
  const width = repeats(heads)
  const oneList =
    width === null ? heads : heads.slice(0, heads.findIndex((head) => head !== '') + width)
  const mapping: Mapping = chosen.mapping ?? Object.fromEntries(proposeBy(known, oneList))
  const shifts =
    width === null
      ? [0]
      : [0, width, 2 * width, 3 * width].filter((by) => heads.slice(by).some((head) => head !== ''))
  const rows: ListRow[] = []
  const left: { row: number; text: string }[] = []
  for (const { row, cells } of sheet.rows) {
    const texts = cells.filter((cell) => cell.trim() !== '')
    if (row === headRow) continue
    const start = texts[0] ?? ''
    const isHeadAgain =
      heads.some((head) => head !== '') &&
      across.places.every((column) => across.text(row, column) === heads[column])
    const column = cells.findIndex((cell) => cell.trim() !== '')
    // the name of a section stands alone, over the entries and not among them
    const isSection =
      texts.length === 1 &&
      across.places.length > 1 &&
      (!shifts.some((by) => column === (mapping.name ?? -1) + by) ||
        across.firstPlace(row, column + 1) === column ||
        SECTION.test(plainText(start)))
    if (row < headRow || isHeadAgain || FOOT.test(plainText(start)) || isSection) {
      if (!isHeadAgain) left.push({ row, text: texts.join(' ') })
      continue
    }
    for (const by of shifts) {
      const read: ListRow['cells'] = Object.fromEntries(
        Object.entries(mapping).flatMap(([field, column]) => {
          const text = across.text(row, column + by)
          // a name that is joined over rows is one entry
          const isGoingOn = field === 'name' && down.firstPlace(column + by, row) !== row
          return text === '' || isGoingOn
            ? []
            : [[field, { text, at: { row, column: column + by } }]]
        }),
      )
      if (Object.keys(read).length > 0) rows.push({ row, cells: read })
    }
  }
  return { headRow, heads, mapping, rows, left }
}
