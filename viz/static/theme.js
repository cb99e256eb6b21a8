try{let t=localStorage.getItem("ossatlas.theme");(t==="light"||t==="dark")&&(document.documentElement.dataset.theme=t)}catch{}
