"""Who a session belongs to: looked up along with the authority, which every page asks for."""

from allauth.account.auth_backends import AuthenticationBackend

from assistant.store.models import User


class Backend(AuthenticationBackend):  # type: ignore[misc]  # allauth publishes no types
    """The library's own checks of passwords; a person comes with their authority."""

    def get_user(self, user_id: int) -> User | None:
        """Return the person of a session, or None where the account is gone or deactivated."""
        person = User.objects.select_related("authority").filter(pk=user_id).first()
        return person if person is not None and self.user_can_authenticate(person) else None
