// Before office.js: the page around this pane puts in what desktop Office puts there.
if (window.parent !== window) window.parent.officeHost?.installInto(window)
