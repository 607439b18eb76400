/** What the wall's page hands down to its parts. */
import { inject } from 'vue'
import type { ComputedRef, InjectionKey } from 'vue'
import type { Layout } from './layout.ts'
import type { WallParams } from './params.ts'

export type WallSetting = { params: WallParams; layout: ComputedRef<Layout> }
export const SETTING: InjectionKey<WallSetting> = Symbol('wall setting')

export function useSetting(): WallSetting {
  const setting = inject(SETTING)
  if (!setting) throw new Error('WallPage.vue provides SETTING')
  return setting
}
