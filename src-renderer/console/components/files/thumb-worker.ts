/**
 * Makes photos small in a thread of its own, so that the desk never waits while one of ten thousand
 * pixels is read. It answers with null for what is no picture.
 */
import { fitted } from './fitted.ts'
import { isDrawable } from './picture-size.ts'
import type { ThumbAnswer, ThumbOrder } from './thumb-order.ts'

async function small({ content, most }: ThumbOrder): Promise<ImageBitmap | null> {
  try {
    if (!(await isDrawable(content))) return null
    const whole = await createImageBitmap(content)
    const { width, height } = fitted(whole, most)
    const options = { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' } as const
    const bitmap = await createImageBitmap(whole, options)
    whole.close()
    return bitmap
  } catch {
    return null
  }
}

addEventListener('message', ({ data }: MessageEvent<ThumbOrder>) => {
  void small(data).then((bitmap) => {
    const answer: ThumbAnswer = { id: data.id, bitmap }
    postMessage(answer, { transfer: bitmap ? [bitmap] : [] })
  })
})
