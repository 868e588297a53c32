import { t } from '../../words/t.ts'
import { Button } from '@fluentui/react-components'
import type { Trouble } from '../../domain/problem.ts'
import { wordCan } from '../../host/word.ts'

/** Other ways to get the minutes where Word did not take them. */
export const OtherWays = ({
  trouble,
  onBodyAlone,
  onDownload,
}: {
  trouble: Trouble
  /** Inserts without footer and styles, where that was not what failed. */
  onBodyAlone?: () => void
  onDownload: () => void
}) => {
  if (trouble.code !== 'document' && trouble.code !== 'unsupported') return null
  return (
    <>
      {trouble.code === 'document' && trouble.why === 'failed' && onBodyAlone && wordCan().whole && (
        <Button aria-label={t`Insert without footer`} onClick={onBodyAlone}>{t`Without footer`}</Button>
      )}
      <Button aria-label={t`Download minutes`} onClick={onDownload}>{t`Download`}</Button>
    </>
  )
}
