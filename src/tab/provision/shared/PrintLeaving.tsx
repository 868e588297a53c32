import { t } from '../../../words/t.ts'
import { Button } from '@fluentui/react-components'
import { PrintRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { PassOn } from '../../../ui/disclosure/PassOn.tsx'
import { PrintTable } from '../../../ui/PrintTable.tsx'
import { useServices } from '../../../ui/services.tsx'
import { passingList } from '../../register/passingList.ts'

export type Sheet = {
  readonly title: string
  readonly about: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly numbers?: readonly string[]
  readonly hasSum?: boolean
}

/** A table with pupils' names on its way to paper: asked for whom, looked through, logged, then printed. */
export const PrintLeaving = ({
  words,
  what,
  sheet,
  pupils,
}: {
  words: string
  /** As the log names it: no pupil's name. */
  what: string
  sheet: Sheet
  pupils: readonly Stored<Pupil>[]
}) => {
  const { school } = useServices()
  const [state, setState] = useState<'no' | 'asking' | 'yes'>('no')
  return (
    <>
      <Button
        size="small"
        icon={<PrintRegular />}
        disabled={state !== 'no'}
        onClick={() => setState('asking')}
      >
        {words}
      </Button>
      {state === 'asking' && (
        <PassOn
          passing={passingList({
            title: words,
            did: 'printed',
            what,
            verb: t`Print`,
            pupils,
            lines: sheet.rows,
            go: () => ({ words: t`Given to the printer.` }),
          })}
          onDone={() => setState('yes')}
          onClose={() => setState('no')}
        />
      )}
      {state === 'yes' && (
        <PrintTable
          {...sheet}
          foot={t`${school.name}. Confidential: keep it safe, and shred it when it has done its work.`}
          onDone={() => setState('no')}
        />
      )}
    </>
  )
}
