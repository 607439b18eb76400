/** What the codes of drills are called, on papers and wherever no page has words of its own. */
import { localized, type LocalizedText } from '../text.ts'
import type { DrillForm, DrillPurpose, EvaluationContent } from './drill.ts'
import type { Grade, ItemKind } from './scoring.ts'

export const FORM_NAMES: Readonly<Record<DrillForm, LocalizedText>> = {
  desk: localized('桌面演练', 'desk drill'),
  function: localized('单项演练', 'drill of one function'),
  full: localized('综合实战演练', 'full drill'),
}
export const PURPOSE_NAMES: Readonly<Record<DrillPurpose, LocalizedText>> = {
  verification: localized('检验性', 'to verify'),
  demonstration: localized('示范性', 'to demonstrate'),
  research: localized('研究性', 'to study'),
}
export const GRADE_NAMES: Readonly<Record<Grade, LocalizedText>> = {
  excellent: localized('优', 'excellent'),
  good: localized('良', 'good'),
  fair: localized('中', 'fair'),
  poor: localized('差', 'poor'),
}
export const ITEM_KIND_NAMES: Readonly<Record<ItemKind, LocalizedText>> = {
  response: localized('响应', 'Response'),
  limit: localized('时限', 'Limit'),
  'life-safety': localized('保命步骤', 'Life safety'),
  inject: localized('情景', 'Inject'),
  observed: localized('现场观察', 'Observed'),
}
/** The six of 国办发〔2024〕5号 art. 33. */
export const CONTENT_NAMES: Readonly<Record<EvaluationContent, LocalizedText>> = {
  execution: localized('演练执行情况', 'How the drill was carried out'),
  usability: localized('预案的实用性和可操作性', 'Whether the plan is usable'),
  command: localized('指挥协调和应急联动', 'Command and linkage'),
  people: localized('应急人员处置情况', 'How people handled it'),
  equipment: localized('装备、物资的适用性', 'Equipment and supplies'),
  suggestions: localized('完善预案、准备和机制的建议', 'Suggestions'),
}
