import { t } from '../../words/t.ts'
import { Button } from '@fluentui/react-components'
import { HistoryRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useRef, useState } from 'react'
import type { AnyRecordType, Stored } from '../../domain/record.ts'
import type { KeyOptions } from '../formOptions.ts'

const HistoryPanel = lazy(async () => ({ default: (await import('./HistoryPanel.tsx')).HistoryPanel }))

/** Opens who changed what in a record, and when. */
export const HistoryButton = ({
  type,
  record,
  options = {},
}: {
  type: AnyRecordType
  record: Stored<unknown>
  options?: KeyOptions
}) => {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLSpanElement>(null)
  const close = () => {
    setOpen(false)
    setTimeout(() => button.current?.querySelector('button')?.focus())
  }
  return (
    <>
      <span ref={button}>
        <Button
          size="small"
          appearance="subtle"
          icon={<HistoryRegular />}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >{t`History`}</Button>
      </span>
      {open && (
        <Suspense fallback={null}>
          <HistoryPanel type={type} record={record} options={options} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
