export default {
	title: 'Lake Notes',
	origin: process.env.URL,
	domain: 'https://lakes.example.org',
};
