/** The thread of a paper, so that a hostile file costs nothing but this thread. */
import { parentPort, workerData } from 'node:worker_threads'
import { doTask, type PaperTask } from './paper-task.ts'

// what it rejects with ends the thread, which its owner hears of
void doTask(workerData as PaperTask).then((answer) => parentPort?.postMessage(answer))
