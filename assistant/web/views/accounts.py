"""Signing in and out: Django's own views in our pages."""

from django.contrib.auth.views import LoginView, LogoutView

from assistant.web.forms.accounts import SignInForm


class SignIn(LoginView):
    """Ask for user name and password; somebody already signed in goes to Today."""

    authentication_form = SignInForm
    template_name = "web/sign_in.html"
    redirect_authenticated_user = True


class SignOut(LogoutView):
    """End the session; by POST only, so that no link in a message can do it."""

    http_method_names = ("post", "options")
