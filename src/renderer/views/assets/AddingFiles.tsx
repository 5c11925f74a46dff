import './asset-library.css'
import { useApp } from '../../app/app-store'
import { useAdding } from '../../editor/files/file-queue'
import { manyFiles } from '../../editor/files/insert-files'
import { AddingStatus } from './AddingStatus'

/** While many files go into a story: how far they are, and a way to stop; afterwards those that could not be added. The library shows it itself. */
export function AddingFiles() {
  const inLibrary = useApp((state) => state.overlay === 'assets')
  const shown = useAdding(({ total, problems, added }) => total >= manyFiles || (total === 0 && problems.length > 0 && problems.length + added >= manyFiles))
  return shown && !inLibrary ? (
    <div className="adding-files">
      <AddingStatus />
    </div>
  ) : null
}
