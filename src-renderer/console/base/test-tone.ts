/** Plays a tone of the alarm for whoever wants to know that it is heard: the frame has it. */
import { inject, provide, type InjectionKey } from 'vue'

const TEST_TONE: InjectionKey<() => void> = Symbol('test tone')

export const provideTestTone = (play: () => void): void => provide(TEST_TONE, play)
/** Silent where no frame has a sound. */
export const useTestTone = (): (() => void) => inject(TEST_TONE, () => undefined)
