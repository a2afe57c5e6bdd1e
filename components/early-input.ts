/**
 * What is pressed before the scripts of a page have come is kept and done then. A slow phone or network shows a page
 * long before it can act; what is lost meanwhile looks like a fault of the reader.
 */

/** Does again what the event stands for, on the button, form or other element that it was for. */
export type Again = (event: Event, element: HTMLElement) => void;

declare global {
  interface Window {
    /**
     * Has the oldest of what was kept done and answers true; false when there is none, and the keeping ends. What is
     * pressed in between waits for its turn, so that the order stays.
     */
    earlyInput?: (again: Again) => boolean;
  }
}

/**
 * Runs in the head. Links, menus, fields and forms that have an address work by themselves and are left alone: kept are
 * clicks on plain buttons, forms without an address, keys for the page and for a slider. Nothing else hears of these
 * before their turn.
 */
export const earlyInputScript = [
  "(function(d,kept,own){",
  "function keep(e){",
  "if(own)return;",
  "var t=e.target;",
  'if(e.type==="click")t=t.closest("button[type=button]");',
  'else if(e.type==="submit"){if(t.hasAttribute("action"))return;e.preventDefault()}',
  'else if(e.ctrlKey||e.metaKey||e.altKey||e.key==="Tab")return;',
  'else if(t.matches("[type=range]"))e.preventDefault();',
  "else if(t!==d.body)return;",
  "if(t){e.stopImmediatePropagation();kept.push([e,t])}}",
  'function all(how){["click","submit","keydown"].forEach(function(n){d[how](n,keep,true)})}',
  'all("addEventListener");',
  "window.earlyInput=function(again){",
  "var one=kept.shift();",
  'if(!one){all("removeEventListener");return false}',
  "own=true;try{again(one[0],one[1])}finally{own=false}",
  "return true}",
  "})(document,[],false)",
].join("");
