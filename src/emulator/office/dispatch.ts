/** The numbers by which office.js 1.1.110 calls the desktop host: methods, then events. */
export const Dispatch = {
  getSelectedData: 64,
  setSelectedData: 65,
  getFile: 77,
  getFileSlice: 80,
  closeFile: 81,
  getFileProperties: 86,
  richApi: 93,
  commandCompleted: 94,
  addXmlPart: 128,
  getXmlPartById: 129,
  getXmlPartsByNamespace: 130,
  getXmlPartXml: 131,
  deleteXmlPart: 133,
} as const

export const HostEvent = { selectionChanged: 2, officeThemeChanged: 9, richApiMessage: 33 } as const

/** Status codes of the Common API; 0 is success. */
export const Status = {
  ok: 0,
  invalidCoercion: 1000,
  selectionNotWritable: 1009,
  xmlPartNotFound: 2006,
  notSupported: 5000,
  permissionDenied: 7000,
  internal: 5001,
  invalidXml: 3014,
} as const

/** Values of the library's own enumerations that arrive as numbers. */
export const Coercion = { text: 0, ooxml: 4 } as const
export const FileType = { text: 1, compressed: 5 } as const
