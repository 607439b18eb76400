/** What of the aftermath every document of figures compares. */
import type { PeriodStatistics } from '../statistics/figures.ts'
import { localized } from '../text.ts'
import type { Compared } from './table.ts'

export const AFTERMATH: readonly Compared[] = [
  {
    title: localized('善后事项', 'Aftercare entered'),
    metric: 'aftercare.opened',
    of: (item) => item.aftercare.opened,
  },
  {
    title: localized('善后办结', 'Aftercare done'),
    metric: 'aftercare.done',
    of: (item) => item.aftercare.done,
  },
  {
    title: localized('善后未办', 'Aftercare open'),
    metric: 'aftercare.open',
    of: (item) => item.aftercare.open,
  },
  {
    title: localized('善后逾期', 'Aftercare overdue'),
    metric: 'aftercare.overdue',
    of: (item) => item.aftercare.overdue,
  },
  {
    title: localized('赔偿议定（元）', 'Compensation agreed (yuan)'),
    metric: 'aftercare.agreed',
    of: (item) => item.aftercare.agreed,
  },
  {
    title: localized('赔偿已付（元）', 'Compensation paid (yuan)'),
    metric: 'aftercare.paid',
    of: (item) => item.aftercare.paid,
  },
  {
    title: localized('已复盘（起）', 'Incidents reviewed'),
    metric: 'reviews.done',
    of: (item) => item.reviews.done,
  },
  {
    title: localized('未复盘就归档（起）', 'Archived without the review'),
    metric: 'reviews.passedOver',
    of: (item) => item.reviews.passedOver,
  },
  {
    title: localized('预案评估', 'Plans evaluated'),
    metric: 'evaluations.done',
    of: (item) => item.evaluations.done,
  },
  {
    title: localized('预案逾期评估', 'Plans evaluated late'),
    metric: 'evaluations.late',
    of: (item) => item.evaluations.late,
  },
]

/** Whether any of it was recorded of the incidents of a period. */
export const hasAftermathFigures = (figures: PeriodStatistics): boolean =>
  AFTERMATH.some(({ of }) => of(figures) > 0)
