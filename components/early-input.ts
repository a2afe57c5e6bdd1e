/**
 * What is pressed before the scripts of a page have come is kept and done then. A slow phone or network shows a page
 * long before it can act; what is lost meanwhile looks like a fault of the reader.
 */

/** One press or sending: the event, and the button or form that it was for. */
export type EarlyInput = [event: Event, element: HTMLElement];

declare global {
  interface Window {
    /** Ends the keeping and hands over what was kept. Only the first call has any. */
    earlyInput?: () => EarlyInput[];
  }
}

/**
 * Runs in the head. Links, menus and forms that have an address work by themselves and are left alone. Its text is
 * fixed: a policy may allow it by hash.
 */
export const earlyInputScript =
  '(function(d,k){function f(e){var s=e.type==="submit",t=s?e.target:e.target.closest("button[type=button]");if(!t||s&&t.hasAttribute("action"))return;if(s)e.preventDefault();k.push([e,t])}function on(how){d[how]("click",f,true);d[how]("submit",f,true)}on("addEventListener");window.earlyInput=function(){on("removeEventListener");return k.splice(0)}})(document,[])';
