export default () => ({
	permalink: `/t/{{ title | slugify }}.html`, /* no {braces} */
	draft: false,
	weight: 3,
});
