/** Has attached photos made small by one worker, which begins with the first and is kept. */
import { scriptAddress } from '#renderer/transport/script-address.ts'
import type { ThumbAnswer, ThumbOrder } from './thumb-order.ts'
import workerUrl from './thumb-worker.ts?worker&url'

const waiting = new Map<number, (bitmap: ImageBitmap | null) => void>()
let worker: Worker | null = null
let address: string | null = null
let orders = 0

function started(): Worker {
  address ??= scriptAddress('thumb', workerUrl)
  const fresh = new Worker(address, { type: 'module' })
  fresh.addEventListener('message', ({ data: { id, bitmap } }: MessageEvent<ThumbAnswer>) => {
    waiting.get(id)?.(bitmap)
    waiting.delete(id)
  })
  // one that does not start or falls leaves letters in place of pictures; the next photo tries anew
  fresh.addEventListener('error', () => {
    for (const answer of waiting.values()) answer(null)
    waiting.clear()
    fresh.terminate()
    worker = null
  })
  return fresh
}

/** `most`: pixels, width and height. Null where it cannot be read as a picture. */
export function thumbOf(content: Blob, most: number): Promise<ImageBitmap | null> {
  worker ??= started()
  orders += 1
  const order: ThumbOrder = { id: orders, content, most }
  const { promise, resolve } = Promise.withResolvers<ImageBitmap | null>()
  waiting.set(order.id, resolve)
  worker.postMessage(order)
  return promise
}
