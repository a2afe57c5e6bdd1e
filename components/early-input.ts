/**
 * What is pressed before the scripts of a page have come is kept and done then. A slow phone or network shows a page
 * long before it can act; what is lost meanwhile looks like a fault of the reader.
 */

/** One press or sending: the event, and the button, form or other element that it was for. */
export type EarlyInput = [event: Event, element: HTMLElement];

declare global {
  interface Window {
    /** Ends the keeping and hands over what was kept. Only the first call has any. */
    earlyInput?: () => EarlyInput[];
  }
}

/**
 * Runs in the head. Links, menus, fields and forms that have an address work by themselves and are left alone: kept are
 * clicks on plain buttons, forms without an address, keys for the page and for a slider. Its text is fixed: a
 * policy may allow it by hash.
 */
export const earlyInputScript = [
  "(function(d,k){",
  "function keep(e){var t=e.target;",
  'if(e.type==="click")t=t.closest("button[type=button]");',
  'else if(e.type==="submit"){if(t.hasAttribute("action"))return;e.preventDefault()}',
  'else if(e.ctrlKey||e.metaKey||e.altKey||t!==d.body&&!t.matches("[type=range]"))return;',
  "if(t)k.push([e,t])}",
  'function all(how){["click","submit","keydown"].forEach(function(n){d[how](n,keep,true)})}',
  'all("addEventListener");',
  'window.earlyInput=function(){all("removeEventListener");return k.splice(0)}',
  "})(document,[])",
].join("");
