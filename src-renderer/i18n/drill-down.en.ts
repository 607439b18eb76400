/** The words of the list of incidents behind a figure, in English. */
import type { DrillDownWords } from './drill-down.zh.ts'

export const drillDownEn: DrillDownWords = {
  again: 'Recalculate',
  total: '{total}, incidents: {incidents}',
  none: 'No incident is behind this figure now',
  first: 'The latest {shown}',
  all: 'List all',
  when: 'When',
  incident: 'Incident',
  level: 'Level',
  state: 'State',
  plans: 'Plans',
  late: 'Late',
  times: 'Times',
  noPlan: 'no plan',
  drill: 'EXERCISE',
  imported: 'imported',
  close: 'Close',
}
