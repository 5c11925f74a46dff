import { openDesk, type Desk } from './desk'

/** Opens a desk, works on it, and closes it whatever came of the work. @throws DeskError when it can't be opened. */
export async function withDesk<T>(folder: string, options: Parameters<typeof openDesk>[1], work: (desk: Desk) => Promise<T>): Promise<T> {
  const desk = openDesk(folder, options)
  try {
    return await work(desk)
  } finally {
    desk.close()
  }
}
