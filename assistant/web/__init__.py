"""The pages of officers and supervisors: plain, accessible, and useful without JavaScript."""
