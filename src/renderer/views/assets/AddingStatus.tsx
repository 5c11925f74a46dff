import { CircleCheck, X } from 'lucide-react'
import { cancelAdding, forgetOutcome, useAdding } from '../../editor/files/file-queue'
import { Button, IconButton } from '../../ui/Button'
import { ProblemList } from '../../ui/ProblemList'
import { Progress } from '../../ui/Progress'
import { inFigures } from '@shared/figures'

/** How far the files are that are being added, and what came of them: those that could not be added by their names. */
export function AddingStatus() {
  const { total, done, name, added, problems } = useAdding()
  if (total > 0)
    return (
      <div className="adding" role="group" aria-label="Adding files">
        <Progress done={done} total={total} label={`Adding ‘${name}’`} />
        <Button size="small" onClick={cancelAdding}>
          Cancel
        </Button>
      </div>
    )
  if (added === 0 && problems.length === 0) return null
  const sum = added === 0 ? 'No file was added.' : `${added === 1 ? 'One file was' : `${inFigures(added)} files were`} added.`
  return (
    <div className="adding adding--done" role="group" aria-label="Files added">
      <p className="adding__sum" role="status">
        {problems.length === 0 && <CircleCheck size={16} aria-hidden />}
        {sum}
        {problems.length > 0 && ` ${problems.length === 1 ? 'One was' : `${problems.length} were`} not:`}
      </p>
      <IconButton icon={X} label="Dismiss" size="small" onClick={forgetOutcome} />
      {problems.length > 0 && <ProblemList problems={problems} />}
    </div>
  )
}
