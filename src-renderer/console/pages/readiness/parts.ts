/**
 * The parts of the page 应急准备, in their order. A part is one line here: its address is
 * `#/readiness/<id>`, what follows belongs to it; its title is `part.<id>` of the page's words.
 */
import type { Component } from 'vue'
import { lazyPart } from '../../components/lazy.ts'
import ListPart from './list/ListPart.vue'
import type { ReadinessWords } from '#renderer/i18n/readiness.zh.ts'

export type PartId = keyof ReadinessWords['part']
type PartLine = { id: PartId; component: Component }

export const PARTS: readonly [PartLine, ...PartLine[]] = [
  { id: 'list', component: ListPart },
  { id: 'supplies', component: lazyPart(() => import('./supplies/SuppliesPart.vue')) },
  { id: 'drills', component: lazyPart(() => import('./drills/DrillsPart.vue')) },
  { id: 'training', component: lazyPart(() => import('./training/TrainingPart.vue')) },
  { id: 'checks', component: lazyPart(() => import('./checks/ChecksPart.vue')) },
  { id: 'upkeep', component: lazyPart(() => import('./upkeep/UpkeepPart.vue')) },
  { id: 'policies', component: lazyPart(() => import('./policies/PoliciesPart.vue')) },
]
