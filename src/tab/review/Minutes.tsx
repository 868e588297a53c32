import { Button, Text } from '@fluentui/react-components'
import { DocumentArrowDownRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { useServices } from '../../ui/services.tsx'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Initials and a date, never a name: a file is seen by whoever sees the folder. */
const fileName = ({ pupil, review }: ReviewFile) =>
  `Review ${review.meetingDate ?? 'no date'} ${pupil.forename.slice(0, 1)}${pupil.surname.slice(0, 1)}.docx`

/** The minutes as a Word document, made here and given to the person. */
export const Minutes = ({ file }: { file: ReviewFile }) => {
  const services = useServices()
  const [state, setState] = useState<'ready' | 'making' | 'stopped'>('ready')
  const download = async () => {
    setState('making')
    try {
      const [{ reviewMinutes }, { docxOf }] = await Promise.all([
        import('../../documents/reviewMinutes.ts'),
        import('../../documents/docx.ts'),
      ])
      services.download(fileName(file), docxOf(reviewMinutes(file, services.today())), wordType)
      setState('ready')
    } catch {
      setState('stopped')
    }
  }
  return (
    <>
      <Button
        icon={<DocumentArrowDownRegular />}
        disabled={state === 'making'}
        title="The file holds the pupil’s data: keep it where only the right people see it"
        onClick={() => void download()}
      >
        {state === 'making' ? 'Making the minutes' : 'Download minutes'}
      </Button>
      {state === 'stopped' && <Text role="alert">The minutes could not be made. Try once more.</Text>}
    </>
  )
}
